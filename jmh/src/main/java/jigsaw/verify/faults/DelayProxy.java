package jigsaw.verify.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Stands before a server and keeps everything that its clients say back for a while.
final class DelayProxy implements AutoCloseable {
  private static final int BUFFER_BYTES = 65_536;

  private final ServerSocket listener;
  private final int target;
  private volatile long delayMillis;

  private DelayProxy(ServerSocket listener, int target) {
    this.listener = listener;
    this.target = target;
  }

  /// For a port of this machine; without delay at first.
  static DelayProxy start(int target) throws IOException {
    DelayProxy proxy =
        new DelayProxy(new ServerSocket(0, 1024, InetAddress.getLoopbackAddress()), target);
    Thread.ofVirtual().start(proxy::accept);
    return proxy;
  }

  int port() {
    return listener.getLocalPort();
  }

  void delay(long millis) {
    delayMillis = millis;
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> connect(client));
      }
    } catch (IOException _) {
      // Closed.
    }
  }

  private void connect(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      Thread back = Thread.ofVirtual().start(() -> copy(server, client, false));
      copy(client, server, true);
      back.join();
    } catch (IOException _) {
      // One side is gone: so is the connection.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void copy(Socket from, Socket to, boolean delayed) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        if (delayed) {
          Thread.sleep(delayMillis);
        }
        out.write(buffer, 0, length);
      }
    } catch (IOException _) {
      // Closing the streams has ended the other direction, too.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
