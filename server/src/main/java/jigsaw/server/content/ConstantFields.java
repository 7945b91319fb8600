package jigsaw.server.content;

/// The header fields that stand on every answer of a kind, from the settings.
///
/// `cacheControl` is the value of Cache-Control on what may be cached (RFC 9111 section 5.2.2),
/// `corsOrigin` the value of Access-Control-Allow-Origin (`*` or one origin), `corsMaxAgeSeconds`
/// how long a browser may keep a preflight's answer.
public record ConstantFields(String cacheControl, String corsOrigin, int corsMaxAgeSeconds) {
  String ofCacheable() {
    return ofAll() + "Cache-Control: " + cacheControl + "\r\nVary: Accept-Encoding\r\n";
  }

  String ofMomentary() {
    return ofAll() + "Cache-Control: no-store\r\n";
  }

  /// Front ends send a bare token in Authorization, which a preflight must allow by name: `*` does
  /// not cover it.
  String ofPreflight() {
    return ofAll()
        + "Allow: GET, HEAD, OPTIONS\r\n"
        + "Access-Control-Allow-Methods: GET, HEAD, OPTIONS\r\n"
        + "Access-Control-Allow-Headers: *, Authorization\r\n"
        + "Access-Control-Max-Age: "
        + corsMaxAgeSeconds
        + "\r\n";
  }

  private String ofAll() {
    return "Server: jigsaw\r\n"
        + "X-Content-Type-Options: nosniff\r\n"
        + "Access-Control-Allow-Origin: "
        + corsOrigin
        + "\r\nAccess-Control-Expose-Headers: Link, ETag, X-Total-Count\r\n";
  }
}
