package jigsaw.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jigsaw.embedded.Ports;

/// `jigsaw serve` on a catalogue, on one core, as people start it.
record ServeCommand(Path home, Path folder, int core, BenchCatalogue catalogue) {
  /// A saturated server on a busy machine must be slow then, not refuse.
  static final Map<String, String> PATIENT =
      Map.of(
          "JIGSAW_DB_QUEUE_WAIT", "5s", "JIGSAW_DB_SILENCE", "5s", "JIGSAW_ANSWER_TIMEOUT", "10s");

  /// A server that is ready.
  record Ready(Child process, int port, long readyMillis) implements AutoCloseable {
    @Override
    public void close() {
      process.close();
    }
  }

  /// Starts the server with `more` settings and waits until it says that it is ready. Its log is
  /// `name`.log in the folder.
  Ready start(String name, Map<String, String> more) throws IOException, InterruptedException {
    int port = Ports.free();
    int admin = Ports.free();
    Map<String, String> settings = new HashMap<>(catalogue.settings());
    settings.put("JIGSAW_BUILT", "yes");
    settings.put("JIGSAW_PORT", Integer.toString(port));
    settings.put("JIGSAW_ADMIN_PORT", Integer.toString(admin));
    settings.put("JIGSAW_BIND", "127.0.0.1");
    settings.putAll(more);
    List<String> command = List.of(home.resolve("jigsaw").toString(), "serve");
    long start = System.nanoTime();
    Child process = Child.start(name, core, command, settings, folder.resolve(name + ".log"));
    try {
      process.awaitPort(admin);
      process.awaitOk(URI.create("http://127.0.0.1:" + admin + "/health/ready"));
      return new Ready(process, port, (System.nanoTime() - start) / 1_000_000);
    } catch (IOException | InterruptedException e) {
      process.close();
      throw e;
    }
  }
}
