package jigsaw.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/// Stands before a server of this machine and disturbs what its clients say, to see what they make
/// of that. Answers are passed on as they are.
///
/// It passes octets on and takes each read for one request: right for requests that are short and
/// sent one at a time, as a load balancer or a database driver sends them on a connection.
public final class FaultProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;
  private static final int BACKLOG = 4_096;

  private final ServerSocket listener;
  private final int serverPort;
  private final Disturbance disturbance;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private FaultProxy(ServerSocket listener, int serverPort, Disturbance disturbance) {
    this.listener = listener;
    this.serverPort = serverPort;
    this.disturbance = disturbance;
  }

  /// What becomes of a request before the server gets it. Called on many threads, which it may keep
  /// waiting.
  public interface Disturbance {
    /// Lets a request wait, answers it, or neither.
    ///
    /// @param request the first `length` octets are the request
    /// @param client takes an answer in place of the server's
    /// @return whether the request goes on to the server
    boolean passes(byte[] request, int length, OutputStream client)
        throws IOException, InterruptedException;
  }

  /// Starts a proxy on a free port of the loopback address.
  ///
  /// @throws EmbeddedException if there is none
  public static FaultProxy start(int serverPort, Disturbance disturbance) {
    try {
      ServerSocket listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      FaultProxy proxy = new FaultProxy(listener, serverPort, disturbance);
      proxy.threads.execute(proxy::accept);
      return proxy;
    } catch (IOException e) {
      throw new EmbeddedException("cannot disturb a server: " + e.getMessage(), e);
    }
  }

  public int port() {
    return listener.getLocalPort();
  }

  @Override
  public void close() {
    shut(listener);
    // A virtual thread that is interrupted while it reads or writes closes its socket.
    threads.shutdownNow();
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
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      threads.execute(() -> answers(server, client));
      requests(client, server);
    } catch (IOException _) {
      // Either side went away, which the other one sees when the sockets are closed.
      return;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void requests(Socket client, Socket server) throws IOException, InterruptedException {
    InputStream in = client.getInputStream();
    OutputStream out = server.getOutputStream();
    byte[] buffer = new byte[BUFFER_BYTES];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (disturbance.passes(buffer, read, client.getOutputStream())) {
        out.write(buffer, 0, read);
      }
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

  private static void shut(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception _) {
      // It is going away anyway.
      return;
    }
  }
}
