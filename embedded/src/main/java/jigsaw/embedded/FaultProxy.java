package jigsaw.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Stands before a server and disturbs the requests to it, to see what a load balancer makes of
/// that.
///
/// It passes octets on and takes each read for one request: right for requests without a body that
/// are sent one at a time, as a load balancer sends them on a connection.
final class FaultProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 16_384;
  private static final int BACKLOG = 4_096;
  private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket listener;
  private final int serverPort;
  private final Fault fault;
  private final long startNanos = System.nanoTime();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private FaultProxy(ServerSocket listener, int serverPort, Fault fault) {
    this.listener = listener;
    this.serverPort = serverPort;
    this.fault = fault;
  }

  /// Starts a proxy on a free port of the loopback address.
  static FaultProxy start(int serverPort, Fault fault) {
    try {
      ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      FaultProxy proxy = new FaultProxy(listener, serverPort, fault);
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new EmbeddedException("cannot disturb a server: " + e.getMessage(), e);
    }
  }

  int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    shut(listener);
    threads.shutdownNow();
    open.forEach(FaultProxy::shut);
    threads.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        threads.execute(() -> serve(client));
      }
    } catch (IOException | RejectedExecutionException e) {
      if (!listener.isClosed()) {
        throw new EmbeddedException("a disturbing proxy cannot go on: " + e.getMessage(), e);
      }
    }
  }

  private void serve(Socket client) {
    open.add(client);
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      threads.execute(() -> answers(server, client));
      requests(client, server);
      open.remove(server);
    } catch (IOException _) {
      // Either side went away, which the other one sees when the sockets are closed.
      return;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(client);
    }
  }

  private void requests(Socket client, Socket server) throws IOException, InterruptedException {
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      switch (fault) {
        case Fault.Slow slow -> Thread.sleep(slow.delay());
        case Fault.Stall stall -> Thread.sleep(untilItMoves(stall));
        case Fault.Failing failing -> {
          if (endsHead(buffer, read)) {
            client.getOutputStream().write(answer(failing.status()));
          }
          continue;
        }
      }
      out.write(buffer, 0, read);
    }
  }

  private static void answers(Socket server, Socket client) {
    try (server;
        client) {
      server.getInputStream().transferTo(client.getOutputStream());
    } catch (IOException _) {
      // As in serve().
      return;
    }
  }

  private Duration untilItMoves(Fault.Stall stall) {
    long period = stall.period().toNanos();
    long phase = (System.nanoTime() - startNanos) % period;
    return phase < period - stall.length().toNanos()
        ? Duration.ZERO
        : Duration.ofNanos(period - phase);
  }

  private static boolean endsHead(byte[] buffer, int length) {
    int from = Math.max(0, length - END_OF_HEAD.length);
    return Arrays.equals(buffer, from, length, END_OF_HEAD, 0, END_OF_HEAD.length);
  }

  private static byte[] answer(int status) {
    return ("HTTP/1.1 "
            + status
            + " Fault\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nfault\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void shut(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception _) {
      // It is going away anyway.
      return;
    }
  }
}
