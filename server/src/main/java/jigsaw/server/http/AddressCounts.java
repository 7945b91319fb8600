package jigsaw.server.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How many connections each client address has. Of an IPv6 address the first 64 bits count: the
/// others are the client's to choose (RFC 4291 section 2.5.1). Safe for use by several threads.
final class AddressCounts {
  private final ConcurrentHashMap<Long, Integer> counts = new ConcurrentHashMap<>();

  /// Adds a connection.
  ///
  /// @return how many the address has now; 0 if it has none, as that of a Unix domain socket
  int add(@Nullable SocketAddress peer) {
    return peer instanceof InetSocketAddress address && address.getAddress() != null
        ? counts.merge(key(address.getAddress()), 1, Integer::sum)
        : 0;
  }

  /// Takes one away that was added.
  void remove(@Nullable SocketAddress peer) {
    if (peer instanceof InetSocketAddress address && address.getAddress() != null) {
      counts.computeIfPresent(
          key(address.getAddress()), (_, count) -> count == 1 ? null : count - 1);
    }
  }

  /// How many addresses have connections.
  int size() {
    return counts.size();
  }

  private static long key(InetAddress address) {
    ByteBuffer octets = ByteBuffer.wrap(address.getAddress());
    return address instanceof Inet4Address ? octets.getInt() : octets.getLong();
  }
}
