package jigsaw.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/// Stands for the server in tests of the demo: says that it is ready and has three products.
final class PretendServer {
  private PretendServer() {}

  public static void main(String[] arguments) throws IOException {
    listen("JIGSAW_PORT");
    listen("JIGSAW_ADMIN_PORT");
  }

  private static void listen(String variable) throws IOException {
    int port = Integer.parseInt(System.getenv(variable));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", PretendServer::answer);
    server.start();
  }

  private static void answer(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("X-Total-Count", "3");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }
}
