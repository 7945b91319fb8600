package jigsaw.catalog.settings;

import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the talk with a database is encrypted where its address does not say so.
///
/// Connector/J encrypts if the database can, without looking at its certificate
/// (`sslMode=PREFERRED`). That keeps out those who listen on a network. Between programs of one
/// machine there is none, and the keys cost each new connection more than all of its questions.
public final class DatabaseTls {
  private static final Pattern HOSTS = Pattern.compile("jdbc:mysql:(?:[a-z]+:)?//([^/?]+).*");
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:localhost|127(?:\\.\\d{1,3}){3}|\\[::1])(?::\\d+)?");

  /// How an address says it, now and in older versions of Connector/J.
  private static final Pattern SAID =
      Pattern.compile(
          ".*[?&](?:sslMode|useSSL|requireSSL|verifyServerCertificate)=.*",
          Pattern.CASE_INSENSITIVE);

  private DatabaseTls() {}

  /// The properties of Connector/J to add to those of `url`: none, unless all its databases are on
  /// this machine.
  ///
  /// @see <a
  ///   href="https://dev.mysql.com/doc/connector-j/en/connector-j-connp-props-security.html">Connector/J,
  ///   Security</a>
  public static Map<String, String> properties(String url) {
    // Without TLS, a password that MySQL has not seen before is sent encrypted with its public key.
    return isOnThisMachine(url) && !SAID.matcher(url).matches()
        ? Map.of("sslMode", "DISABLED", "allowPublicKeyRetrieval", "true")
        : Map.of();
  }

  private static boolean isOnThisMachine(String url) {
    var hosts = HOSTS.matcher(url);
    return hosts.matches()
        && Stream.of(hosts.group(1).split(",", -1)).allMatch(LOOPBACK.asMatchPredicate());
  }
}
