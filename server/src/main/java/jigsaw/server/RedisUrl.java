package jigsaw.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jigsaw.catalog.settings.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/// The address of Redis, which holds no secrets: `redis://HOST:PORT` or `rediss://HOST:PORT` (TLS);
/// `redis-cluster://HOST:PORT,HOST:PORT` with some nodes of a Redis Cluster;
/// `redis-sentinel://HOST:PORT,HOST:PORT#NAME` with some Sentinels and the name of what they watch.
final class RedisUrl {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:rediss?://(?<one>[^,/#]+)/?"
              + "|redis-cluster://(?<nodes>[^/#]+)"
              + "|redis-sentinel://(?<sentinels>[^/#]+)#[\\w.-]+)");

  private RedisUrl() {}

  /// @throws InvalidSettingException if it has another form
  static String checked(String url) {
    Matcher form = FORM.matcher(url);
    if (form.matches()) {
      String hosts = first(form.group("one"), form.group("nodes"), form.group("sentinels"));
      if (areHosts(hosts)) {
        return url;
      }
    }
    String shown = url.replaceAll("//[^/]*@", "//(hidden)@");
    throw new InvalidSettingException(
        "JIGSAW_REDIS_URL",
        shown,
        "redis://HOST:PORT, redis-cluster://HOST:PORT,HOST:PORT or"
            + " redis-sentinel://HOST:PORT,HOST:PORT#NAME without user and password");
  }

  private static String first(@Nullable String... groups) {
    for (String group : groups) {
      if (group != null) {
        return group;
      }
    }
    return "";
  }

  private static boolean areHosts(String list) {
    for (String host : list.split(",", -1)) {
      try {
        URI uri = new URI("redis://" + host);
        if (uri.getHost() == null || uri.getUserInfo() != null) {
          return false;
        }
      } catch (URISyntaxException e) {
        // Its message would show a password.
        return false;
      }
    }
    return true;
  }
}
