package jigsaw.loadtest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;

/// A small product API of 20 products on a free port of 127.0.0.1, whose faults a test chooses.
public final class StubServer implements AutoCloseable {
  private static final InetSocketAddress ADDRESS =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final int BACKLOG = 1000;
  private static final int PRODUCTS = 20;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ConcurrentHashMap<String, AtomicInteger> requests = new ConcurrentHashMap<>();

  /// What happens before a request is answered; may answer itself, then it returns true.
  public interface Fault {
    boolean handle(HttpExchange exchange) throws IOException, InterruptedException;
  }

  public StubServer(Fault fault) throws IOException {
    this(HttpServer.create(ADDRESS, BACKLOG), fault);
  }

  private StubServer(HttpServer server, Fault fault) {
    this.server = server;
    server.setExecutor(threads);
    server.createContext("/", exchange -> handle(exchange, fault));
    server.start();
  }

  public static StubServer healthy() throws IOException {
    return new StubServer(exchange -> false);
  }

  /// One that speaks TLS.
  public static StubServer encrypted(SSLContext context) throws IOException {
    HttpsServer server = HttpsServer.create(ADDRESS, BACKLOG);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    return new StubServer(server, exchange -> false);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public String url() {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return scheme + "://127.0.0.1:" + port();
  }

  public int requests() {
    return requests.values().stream().mapToInt(AtomicInteger::get).sum();
  }

  public static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Cache-Control", "public, max-age=60");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void handle(HttpExchange exchange, Fault fault) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      requests.computeIfAbsent(path, p -> new AtomicInteger()).incrementAndGet();
      if (!fault.handle(exchange)) {
        answer(exchange, 200, body(path, String.valueOf(exchange.getRequestURI().getQuery())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(String path, String query) {
    String[] parts = path.split("/", -1);
    if (parts.length == 2) {
      return IntStream.rangeClosed(1, query.startsWith("page=1&") ? PRODUCTS : 0)
          .mapToObj(id -> "{\"id\":" + id + "}")
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (parts.length == 3) {
      return "{\"id\":" + parts[2] + ",\"name\":\"Camo Onesie\",\"features\":[]}";
    }
    return "styles".equals(parts[3])
        ? "{\"product_id\":\"" + parts[2] + "\",\"results\":[]}"
        : "[2,3,8,7]";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
