package jigsaw.catalog.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Where the catalogue's database is and who asks: the options that the ETL and the server share.
public final class DatabaseOptions {
  private static final String SCHEME = "jdbc:mysql:";
  private static final String EXPECTED = "jdbc:mysql://HOST:PORT/SCHEMA";

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
    if (!url.startsWith(SCHEME + "//") || url.contains("password=") || url.contains("user=")) {
      throw new InvalidSettingException("JIGSAW_DB_URL", hideUserInfo(url), EXPECTED);
    }
    try {
      URI uri = new URI(url.substring("jdbc:".length()));
      String path = Optional.ofNullable(uri.getPath()).orElse("");
      if (uri.getHost() == null || uri.getUserInfo() != null || path.length() < 2) {
        throw new InvalidSettingException("JIGSAW_DB_URL", hideUserInfo(url), EXPECTED);
      }
    } catch (URISyntaxException e) {
      throw new InvalidSettingException("JIGSAW_DB_URL", hideUserInfo(url), EXPECTED, e);
    }
    return url;
  }

  public String user() {
    return user;
  }

  public Secret password(Map<String, String> environment) {
    return Secret.of(passwordFile, "JIGSAW_DB_PASSWORD", environment);
  }

  private static String hideUserInfo(String url) {
    return url.replaceAll("//[^/@]*@", "//(hidden)@").replaceAll("(password=)[^&]*", "$1(hidden)");
  }
}
