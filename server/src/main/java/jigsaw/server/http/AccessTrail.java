package jigsaw.server.http;

import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Notes the answers of one connection in the access log.
final class AccessTrail {
  private static final int ALWAYS_NOTED = 500;
  private static final String UNKNOWN_CLIENT = "-";

  /// Whether there is an access log at all; without one, nothing else here may be called but
  /// [#trace].
  final boolean on;

  private final AccessLog log;
  private final Channel channel;
  private final Loop loop;
  private final RandomGenerator random;
  // Both are found out when they are first needed.
  private String peer = "";
  private boolean proxied;

  AccessTrail(Channel channel, Loop loop) {
    this.channel = channel;
    this.loop = loop;
    log = loop.accessLog();
    random = loop.random();
    on = log.isOn();
  }

  /// What is kept of a request that is answered later.
  RequestTrace trace(Request request) {
    if (!on) {
      return RequestTrace.NONE;
    }
    meetPeer();
    return RequestTrace.of(request, HexFormat.of().toHexDigits(random.nextLong()), proxied);
  }

  /// Whether an answer of this status is to be noted: an error of ours, or by chance.
  boolean wants(int status) {
    return status >= ALWAYS_NOTED || random.nextDouble() < log.sample();
  }

  void note(RequestTrace trace, int status, int bytes, long nanos) {
    log.add(
        new AccessEntry(
            loop.epochMillis(),
            trace.forwardedFor.isEmpty()
                ? peer
                : loop.trustedProxies().client(peer, trace.forwardedFor),
            trace.id,
            trace.method,
            trace.target,
            trace.protocol,
            status,
            bytes,
            nanos));
  }

  private void meetPeer() {
    if (peer.isEmpty()) {
      SocketAddress remote = channel.remoteAddress();
      proxied = loop.trustedProxies().contains(remote);
      peer =
          remote instanceof InetSocketAddress address && address.getAddress() != null
              ? address.getAddress().getHostAddress()
              : UNKNOWN_CLIENT;
    }
  }
}
