package jigsaw.server.http;

import io.netty.handler.ipfilter.IpFilterRuleType;
import io.netty.handler.ipfilter.IpSubnetFilterRule;
import io.netty.util.NetUtil;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proxies in front of the server: who is believed when X-Forwarded-For tells a client.
public final class TrustedProxies {
  public static final TrustedProxies NONE = new TrustedProxies(List.of(), false);

  /// Whoever comes through the Unix domain socket.
  private static final String UNIX = "unix";

  private static final int IPV4_BITS = 32;
  private static final int IPV6_BITS = 128;

  private final List<IpSubnetFilterRule> networks;
  private final boolean unix;

  private TrustedProxies(List<IpSubnetFilterRule> networks, boolean unix) {
    this.networks = networks;
    this.unix = unix;
  }

  /// Reads addresses, networks and `unix`, with commas between: `127.0.0.1,10.0.0.0/8,::1,unix`.
  ///
  /// @throws IllegalArgumentException if there is anything else
  public static TrustedProxies parse(String text) {
    List<IpSubnetFilterRule> networks = new ArrayList<>();
    boolean unix = false;
    for (String each : text.isBlank() ? List.<String>of() : List.of(text.split(",", -1))) {
      String entry = each.strip();
      if (entry.equals(UNIX)) {
        unix = true;
      } else {
        networks.add(network(entry));
      }
    }
    return new TrustedProxies(List.copyOf(networks), unix);
  }

  /// Whether the other end of a connection is such a proxy.
  boolean contains(@Nullable SocketAddress peer) {
    return peer instanceof InetSocketAddress address
        ? networks.stream().anyMatch(network -> network.matches(address))
        : unix;
  }

  /// The last address of X-Forwarded-For that is no proxy of these: what stands before it may have
  /// been made up.
  ///
  /// @param peer what is returned if there is none
  String client(String peer, String forwardedFor) {
    String client = peer;
    String[] hops = forwardedFor.split(",", -1);
    for (int hop = hops.length - 1; hop >= 0; hop--) {
      String address = hops[hop].strip();
      if (!isAddress(address)) {
        return client;
      }
      client = address;
      if (!contains(new InetSocketAddress(address, 0))) {
        return client;
      }
    }
    return client;
  }

  private static IpSubnetFilterRule network(String entry) {
    int slash = entry.indexOf('/');
    String address = slash < 0 ? entry : entry.substring(0, slash);
    if (!isAddress(address)) {
      throw new IllegalArgumentException("'" + entry + "' is no address");
    }
    int most = NetUtil.isValidIpV4Address(address) ? IPV4_BITS : IPV6_BITS;
    int bits = slash < 0 ? most : bits(entry.substring(slash + 1), most);
    return new IpSubnetFilterRule(address, bits, IpFilterRuleType.ACCEPT);
  }

  private static int bits(String text, int most) {
    if (!text.matches("\\d{1,3}") || Integer.parseInt(text) > most) {
      throw new IllegalArgumentException("'/" + text + "' is no length of a network's prefix");
    }
    return Integer.parseInt(text);
  }

  private static boolean isAddress(String text) {
    return NetUtil.isValidIpV4Address(text) || NetUtil.isValidIpV6Address(text);
  }
}
