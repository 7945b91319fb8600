package jigsaw.server.http;

/// Who may connect to one port.
///
/// `maxConnections` are accepted at the same time, and `maxConnectionsPerAddress` from one IPv4
/// address or one IPv6 network of 64 bits; further ones are closed at once. 0 is no limit of the
/// second kind, and it never holds for `trustedProxies`.
public record ClientSettings(
    int maxConnections, int maxConnectionsPerAddress, TrustedProxies trustedProxies) {
  /// @throws IllegalArgumentException if a number is out of its range
  public ClientSettings {
    HttpSettings.require("maximum of connections", maxConnections, 1, 10_000_000);
    HttpSettings.require(
        "maximum of connections per address", maxConnectionsPerAddress, 0, 10_000_000);
  }

  /// Whoever they are.
  public static ClientSettings atMost(int maxConnections) {
    return new ClientSettings(maxConnections, 0, TrustedProxies.NONE);
  }
}
