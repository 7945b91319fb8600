package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;

/// The demo in a JVM of its own, with a `jigsaw` script that only notes how it was called: it
/// generates and loads nothing and serves with [PretendServer].
final class DemoProcess {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private final Process process;
  private final Path output;

  private DemoProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static void prepare(Path home) throws IOException {
    String script =
        """
        #!/bin/sh
        echo "$@" >>"$JIGSAW_HOME/calls"
        env | grep ^JIGSAW_ | sort >"$JIGSAW_HOME/settings-of-$1"
        [ "$1" != etl ] || exit "$(cat "$JIGSAW_HOME/exit-code-of-etl" 2>/dev/null || echo 0)"
        [ "$1" = serve ] || exit 0
        exec '%s' "-Djigsaw.demo=$JIGSAW_DEMO" -cp '%s' jigsaw.embedded.PretendServer
        """
            .formatted(JAVA, System.getProperty("java.class.path"));
    Bundle.executable(Files.writeString(home.resolve("jigsaw"), script));
  }

  static DemoProcess start(Path home, String... arguments) throws IOException {
    return start(home, Map.of(), arguments);
  }

  static DemoProcess start(Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    return start(DemoMain.class, home, environment, arguments);
  }

  /// Another program that starts the same ones.
  static DemoProcess start(
      Class<?> program, Path home, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(JAVA);
    command.add("-Djigsaw.binaries=" + System.getProperty("jigsaw.binaries"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    Path output = home.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JIGSAW_HOME", home.toString());
    return new DemoProcess(builder.start(), output);
  }

  /// A port that nobody listens on, below those that the system gives to outgoing connections and
  /// to whoever asks for any port: the database of a demo cannot take it before the demo does.
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 30_000);
      try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return port;
      } catch (IOException e) {
        // Taken; another one.
      }
    }
  }

  /// Waits for the banner.
  ///
  /// @return the programs that the demo has started
  List<ProcessHandle> awaitRunning() throws IOException {
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> output().contains("Jigsaw is running") || !process.isAlive());
    assertThat(output()).contains("Jigsaw is running");
    return process.descendants().toList();
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  int terminate() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
