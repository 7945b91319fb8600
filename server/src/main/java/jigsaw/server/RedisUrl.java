package jigsaw.server;

import java.net.URI;
import java.net.URISyntaxException;
import jigsaw.catalog.settings.InvalidSettingException;

/// The address of Redis, `redis://HOST:PORT` or `rediss://HOST:PORT`, which holds no secrets.
final class RedisUrl {
  private RedisUrl() {}

  /// @throws InvalidSettingException if it has another form
  static String checked(String url) {
    try {
      URI uri = new URI(url);
      boolean plain = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
      if (plain && uri.getHost() != null && uri.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Refused below: the message of the exception would show a password.
    }
    String shown = url.replaceAll("//[^/]*@", "//(hidden)@");
    throw new InvalidSettingException(
        "JIGSAW_REDIS_URL", shown, "redis://HOST:PORT without user and password");
  }
}
