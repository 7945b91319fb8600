package jigsaw.server.content;

/// The header fields that stand on every answer of a kind, from the settings.
///
/// `cacheControl` is the value of Cache-Control on what may be cached (RFC 9111 section 5.2.2),
/// `corsOrigin` the value of Access-Control-Allow-Origin (`*` or one origin), `corsMaxAgeSeconds`
/// how long a browser may keep a preflight's answer.
public record ConstantFields(String cacheControl, String corsOrigin, int corsMaxAgeSeconds) {
  /// For a port that no browser's script has business with: no CORS fields at all.
  public static ConstantFields withoutCors(String cacheControl) {
    return new ConstantFields(cacheControl, "", 0);
  }

  String ofCacheable() {
    return ofAll() + "Cache-Control: " + cacheControl + "\r\nVary: Accept-Encoding\r\n";
  }

  String ofMomentary() {
    return ofAll() + "Cache-Control: no-store\r\n";
  }

  /// Front ends send a bare token in Authorization, which a preflight must allow by name: `*` does
  /// not cover it.
  String ofPreflight() {
    String allow = ofAll() + "Allow: GET, HEAD, OPTIONS\r\n";
    if (corsOrigin.isEmpty()) {
      return allow;
    }
    return allow
        + "Access-Control-Allow-Methods: GET, HEAD, OPTIONS\r\n"
        + "Access-Control-Allow-Headers: *, Authorization\r\n"
        + "Access-Control-Max-Age: "
        + corsMaxAgeSeconds
        + "\r\n";
  }

  private String ofAll() {
    String common = "Server: jigsaw\r\nX-Content-Type-Options: nosniff\r\n";
    if (corsOrigin.isEmpty()) {
      return common;
    }
    return common
        + "Access-Control-Allow-Origin: "
        + corsOrigin
        + "\r\nAccess-Control-Expose-Headers: Link, ETag, X-Total-Count\r\n";
  }
}
