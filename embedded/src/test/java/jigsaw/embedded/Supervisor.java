package jigsaw.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// A JVM of its own that runs a MariaDB and a Redis until it is ended, for tests that end it.
final class Supervisor {
  private final Process process;
  private final List<ProcessHandle> children;

  private Supervisor(Process process, List<ProcessHandle> children) {
    this.process = process;
    this.children = children;
  }

  static Supervisor start(Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djigsaw.binaries=" + System.getProperty("jigsaw.binaries"),
                "-cp",
                System.getProperty("java.class.path"),
                Supervisor.class.getName(),
                folder.toString())
            .redirectError(new File(folder.toFile(), "supervisor.log"))
            .start();
    BufferedReader output = process.inputReader();
    return new Supervisor(process, List.of(handle(output.readLine()), handle(output.readLine())));
  }

  /// Runs in the other JVM: prints two process ids and waits for its standard input to end.
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    System.out.println(EmbeddedMariaDb.start(folder.resolve("mariadb")).pid());
    System.out.println(EmbeddedRedis.start(folder.resolve("redis")).pid());
    System.in.transferTo(OutputStream.nullOutputStream());
  }

  List<ProcessHandle> children() {
    return children;
  }

  void terminate() {
    process.destroy();
    process.onExit().join();
  }

  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private static ProcessHandle handle(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
  }
}
