package jigsaw.embedded.hostile;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One connection that behaves as it is told. For one thread.
final class HostileConnection {
  private static final int SMALL_BUFFER = 4_096;

  private final SocketChannel channel;
  private final Behaviour behaviour;
  private final ByteBuffer input;
  private final byte[] first;
  private final byte[] beat;
  private ByteBuffer output;
  private long sentBytes;
  private long readBytes;
  private boolean firstSent;
  private boolean open = true;

  private HostileConnection(SocketChannel channel, Behaviour behaviour) {
    this.channel = channel;
    this.behaviour = behaviour;
    first = behaviour.first().getBytes(StandardCharsets.ISO_8859_1);
    beat = behaviour.beat().getBytes(StandardCharsets.ISO_8859_1);
    output = ByteBuffer.wrap(first);
    boolean slow = behaviour.readBytesABeat() < SMALL_BUFFER;
    input = ByteBuffer.allocate(slow ? Math.max(1, behaviour.readBytesABeat()) : 65_536);
  }

  /// Connects to the loopback interface.
  static HostileConnection open(int port, Behaviour behaviour) throws IOException {
    SocketChannel channel = SocketChannel.open();
    if (behaviour.readBytesABeat() < SMALL_BUFFER) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
    }
    if (behaviour.ending() == Behaviour.Ending.RESETS) {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    return new HostileConnection(channel, behaviour);
  }

  boolean isOpen() {
    return open;
  }

  long readBytes() {
    return readBytes;
  }

  /// Does what it does at a beat.
  void beat() {
    try {
      send();
      if (open && behaviour.readBytesABeat() != Behaviour.READS_NOTHING) {
        read();
      }
    } catch (IOException e) {
      // The server has ended it.
      close();
    }
  }

  void close() {
    if (open) {
      open = false;
      try {
        channel.close();
      } catch (IOException e) {
        // It is of no use any more in either case.
      }
    }
  }

  private void send() throws IOException {
    boolean taken = true;
    while (open && taken) {
      if (!output.hasRemaining() && !next()) {
        return;
      }
      int written = channel.write(output);
      sentBytes += written;
      taken = !output.hasRemaining();
    }
  }

  /// What is sent next; false if that is for another beat, or nothing.
  private boolean next() throws IOException {
    if (!firstSent && sentBytes >= behaviour.repeatedBytes()) {
      firstSent = true;
      end();
    }
    if (!firstSent) {
      output = ByteBuffer.wrap(first);
      return true;
    }
    if (open && beat.length > 0) {
      output = ByteBuffer.wrap(beat);
      sentBytes += channel.write(output);
    }
    return false;
  }

  private void end() throws IOException {
    switch (behaviour.ending()) {
      case STAYS -> {}
      case HALF_CLOSES -> channel.shutdownOutput();
      case RESETS -> close();
    }
  }

  private void read() throws IOException {
    int left = behaviour.readBytesABeat();
    int got = 1;
    while (left > 0 && got > 0) {
      input.clear().limit(Math.min(input.capacity(), left));
      got = channel.read(input);
      readBytes += Math.max(0, got);
      left -= Math.max(0, got);
    }
    if (got < 0) {
      close();
    }
  }
}
