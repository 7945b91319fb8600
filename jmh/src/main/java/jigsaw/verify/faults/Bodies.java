package jigsaw.verify.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The right bodies by request target, one for each catalogue that may be live.
final class Bodies {
  private final Map<String, List<byte[]>> bodies = new ConcurrentHashMap<>();

  /// Reads bodies from a server that nothing disturbs.
  void read(int port, List<String> targets) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (String target : targets) {
        URI uri = URI.create("http://127.0.0.1:" + port + target);
        var answer =
            client.send(
                HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
          throw new IOException(target + " is answered " + answer.statusCode() + " in calm");
        }
        bodies.computeIfAbsent(target, _ -> new ArrayList<>()).add(answer.body());
      }
    }
  }

  /// Whether `body` is, octet by octet, what one catalogue has for the target.
  boolean isRight(String target, byte[] body) {
    return bodies.getOrDefault(target, List.of()).stream()
        .anyMatch(right -> Arrays.equals(right, body));
  }
}
