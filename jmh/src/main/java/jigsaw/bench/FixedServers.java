package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Starts servers that give every request the same answer.
record FixedServers(Path folder, int core) {
  /// A [BareNettyServer] whose answers have these `fields`, each a whole line.
  Child bare(String name, int port, List<String> fields, int bytes)
      throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve(name + ".fields"), fields);
    List<String> command =
        Child.java(
            BareNettyServer.class,
            Integer.toString(port),
            file.toString(),
            Integer.toString(bytes));
    Child child = Child.start(name, core, command, Map.of(), folder.resolve(name + ".log"));
    child.awaitPort(port);
    return child;
  }

  /// nginx with `return 200`.
  Child nginx(String path, int port, int bytes) throws IOException, InterruptedException {
    String configuration =
        """
        daemon off; master_process off; pid %s/nginx.pid; error_log stderr;
        events { worker_connections 1024; }
        http {
          access_log off; keepalive_requests 1000000000; default_type application/json;
          server { listen 127.0.0.1:%d; location / { return 200 '%s'; } }
        }
        """
            .formatted(folder, port, "x".repeat(bytes));
    Path file = Files.writeString(folder.resolve("nginx.conf"), configuration);
    List<String> command = List.of(path, "-c", file.toString());
    Child child = Child.start("nginx", core, command, Map.of(), folder.resolve("nginx.log"));
    child.awaitPort(port);
    return child;
  }
}
