package jigsaw.catalog.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// Where the catalogue's database is and who asks: the options that the ETL and the server share.
public final class DatabaseOptions {
  private static final String SCHEME = "jdbc:mysql:";
  private static final String EXPECTED = "jdbc:mysql://HOST:PORT/SCHEMA";

  /// The forms of Connector/J for several hosts.
  private static final Pattern SEVERAL =
      Pattern.compile("jdbc:mysql:(?:(?:replication|loadbalance):)?//(?<hosts>[^/?]+)(?<rest>/.*)");

  @Option(
      names = "--db-url",
      paramLabel = "URL",
      defaultValue = "jdbc:mysql://127.0.0.1:3306/jigsaw",
      description = "Database, MySQL or MariaDB alike (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      defaultValue = "jigsaw",
      description = "Database user (default: ${DEFAULT-VALUE}).")
  private String user = "";

  @Option(
      names = "--db-password-file",
      paramLabel = "FILE",
      description = "File with the password; or set JIGSAW_DB_PASSWORD.")
  private Optional<Path> passwordFile = Optional.empty();

  /// The JDBC address without any properties of our own.
  ///
  /// @throws InvalidSettingException unless it is of the form `jdbc:mysql://HOST:PORT/SCHEMA`,
  ///   properties behind a `?` allowed, a user or a password not
  public String url() {
    check(url);
    return url;
  }

  /// The same, or several databases with the same content, in the forms of Connector/J:
  /// `jdbc:mysql://FIRST:PORT,SECOND:PORT/SCHEMA` (the second when the first is away),
  /// `jdbc:mysql:replication://SOURCE:PORT,REPLICA:PORT/SCHEMA` and
  /// `jdbc:mysql:loadbalance://ONE:PORT,OTHER:PORT/SCHEMA`. For programs that only read.
  ///
  /// @throws InvalidSettingException if it has another form
  public String readUrl() {
    Matcher several = SEVERAL.matcher(url);
    if (!several.matches()) {
      return url();
    }
    for (String host : several.group("hosts").split(",", -1)) {
      check(SCHEME + "//" + host + several.group("rest"));
    }
    return url;
  }

  public String user() {
    return user;
  }

  public Secret password(Map<String, String> environment) {
    return Secret.of(passwordFile, "JIGSAW_DB_PASSWORD", environment);
  }

  private void check(String address) {
    if (!address.startsWith(SCHEME + "//")
        || address.contains("password=")
        || address.contains("user=")) {
      throw new InvalidSettingException("JIGSAW_DB_URL", hideUserInfo(url), EXPECTED);
    }
    try {
      URI uri = new URI(address.substring("jdbc:".length()));
      String path = Optional.ofNullable(uri.getPath()).orElse("");
      if (uri.getHost() == null || uri.getUserInfo() != null || path.length() < 2) {
        throw new InvalidSettingException("JIGSAW_DB_URL", hideUserInfo(url), EXPECTED);
      }
    } catch (URISyntaxException e) {
      throw new InvalidSettingException("JIGSAW_DB_URL", hideUserInfo(url), EXPECTED, e);
    }
  }

  private static String hideUserInfo(String url) {
    return url.replaceAll("//[^/@]*@", "//(hidden)@").replaceAll("(password=)[^&]*", "$1(hidden)");
  }
}
