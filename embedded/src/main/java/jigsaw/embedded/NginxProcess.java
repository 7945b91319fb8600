package jigsaw.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An installed nginx with the project's configuration, which ends with this process.
final class NginxProcess implements AutoCloseable {
  private static final String NAME = "nginx";
  private static final Duration POLL = Duration.ofMillis(20);

  private final ChildProcess process;

  private NginxProcess(ChildProcess process) {
    this.process = process;
  }

  /// Starts nginx on `port`; one that a killed process has left on the same folder is stopped.
  ///
  /// @param home the project's folder, which has `nginx/render`
  /// @param render options of `nginx/render` beside `--out` and `--listen`
  /// @throws EmbeddedException with the reason if it does not start
  static NginxProcess start(
      Path home, DataFolder folder, int port, List<String> render, Confinement confinement) {
    Path program = program();
    Path run = folder.folder("nginx");
    stopOrphan(run);
    Path log = folder.resolve("nginx.log");
    List<String> rendering = new ArrayList<>(List.of(home.resolve("nginx/render").toString()));
    rendering.addAll(List.of("--out", run.toString(), "--listen", "127.0.0.1:" + port));
    rendering.addAll(render);
    ChildProcess.start("nginx/render", rendering, log, "").awaitSuccess();
    List<String> command =
        List.of(
            program.toString(),
            "-p",
            run.toString(),
            "-c",
            run.resolve("nginx.conf").toString(),
            "-g",
            directives());
    NginxProcess nginx =
        new NginxProcess(ChildProcess.start(NAME, confinement.wrap(command), log, ""));
    nginx.awaitPort(port, log);
    return nginx;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.close();
  }

  /// Root's folders are often closed to the user that nginx would change to; here it serves this
  /// machine only.
  private static String directives() {
    return System.getProperty("user.name").equals("root")
        ? "daemon off; user root;"
        : "daemon off;";
  }

  private void awaitPort(int port, Path log) {
    while (!accepts(port)) {
      if (process.endsWithin(POLL)) {
        throw new EmbeddedException("nginx did not start: " + lastLine(log));
      }
    }
  }

  private static Path program() {
    return Programs.find(NAME)
        .orElseThrow(() ->
            new EmbeddedException(
                "nginx is missing (Debian, Ubuntu: apt-get install nginx-light gettext-base; macOS:"
                    + " brew install nginx gettext); '--nginx off' goes without it"));
  }

  /// nginx replaces its arguments by a title, so it is known by its pid file, and by the folder in
  /// the title: the number may belong to another program by now.
  private static void stopOrphan(Path run) {
    Path file = run.resolve("nginx.pid");
    try {
      if (!Files.exists(file)) {
        return;
      }
      long pid = Long.parseLong(Files.readString(file).strip());
      Optional<ProcessHandle> orphan =
          ProcessHandle.of(pid).filter(process -> title(process).contains(run.toString()));
      if (orphan.isPresent()) {
        orphan.get().destroy();
        orphan.get().onExit().join();
      }
    } catch (IOException e) {
      throw DataFolder.failure(file, e);
    } catch (NumberFormatException _) {
      // Written in part when the machine stopped: nothing of it runs.
      return;
    }
  }

  private static String title(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
    } catch (IOException _) {
      return process.info().commandLine().orElse("");
    }
  }

  private static String lastLine(Path log) {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
          .lines()
          .reduce((_, last) -> last)
          .orElse("it gave no reason");
    } catch (IOException e) {
      throw DataFolder.failure(log, e);
    }
  }

  private static boolean accepts(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
