package jigsaw.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jigsaw.embedded.Programs;

/// A process on one core that ends with this one.
final class Child implements AutoCloseable {
  private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long POLL_MILLIS = 20;
  private static final int STOP_LIMIT_SECONDS = 10;

  private final String name;
  private final Process process;

  private Child(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /// Starts `command`; what it writes to its standard error goes into `log`.
  static Child start(
      String name, int core, List<String> command, Map<String, String> environment, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(pinned(core, command));
    builder.environment().putAll(environment);
    builder.redirectError(log.toFile());
    Child child = new Child(name, builder.start());
    Runtime.getRuntime().addShutdownHook(new Thread(child::kill, "end-" + name));
    return child;
  }

  /// A program of this module, on the class path of this process.
  static List<String> java(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dio.netty.leakDetection.level=disabled",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /// `command` on one core, where the machine can do that.
  static List<String> pinned(int core, List<String> command) {
    List<String> all = new ArrayList<>();
    if (Programs.find("taskset").isPresent()) {
      all.addAll(List.of("taskset", "-c", Integer.toString(core)));
    }
    all.addAll(command);
    return all;
  }

  /// Waits until the process accepts connections on `port`.
  void awaitPort(int port) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT_NANOS;
    while (!accepts(port)) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new IOException(name + " did not start, see its log");
      }
      Thread.sleep(POLL_MILLIS);
    }
  }

  /// Waits until a GET of `uri` is answered with 200.
  void awaitOk(URI uri) throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT_NANOS;
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(uri).build();
      while (client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() != 200) {
        if (!process.isAlive() || System.nanoTime() > end) {
          throw new IOException(name + " did not become ready, see its log");
        }
        Thread.sleep(POLL_MILLIS);
      }
    }
  }

  /// Says something to the process and returns the line that it answers.
  String ask(String question) throws IOException {
    BufferedWriter out = process.outputWriter(StandardCharsets.UTF_8);
    out.write(question);
    out.newLine();
    out.flush();
    BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
    String answer = in.readLine();
    if (answer == null) {
      throw new IOException(name + " ended, see its log");
    }
    return answer;
  }

  long cpuMicros() throws IOException {
    return new CpuClock(process.pid()).micros();
  }

  long residentMib() throws IOException {
    return new ProcessMemory(process.pid()).residentMib();
  }

  @Override
  public void close() {
    kill();
  }

  private void kill() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean accepts(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
