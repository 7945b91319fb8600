package jigsaw.server.content;

import java.util.List;

/// A refusal in the words that clients get (RFC 9457): fixed texts, never a client's input.
///
/// `fields` are further header fields as whole lines without their CR LF, such as `Retry-After: 1`.
public record Problem(int status, String title, String detail, List<String> fields) {
  public static final Problem BAD_REQUEST =
      of(400, "Bad Request", "The request is not valid HTTP/1.1.");
  public static final Problem UNKNOWN_PATH = of(404, "Not Found", "There is nothing at this path.");
  public static final Problem UNKNOWN_PRODUCT =
      of(404, "Not Found", "There is no product with this id.");
  public static final Problem METHOD_NOT_ALLOWED =
      new Problem(
          405,
          "Method Not Allowed",
          "This path answers GET, HEAD and OPTIONS.",
          List.of("Allow: GET, HEAD, OPTIONS"));
  public static final Problem METHOD_NOT_ALLOWED_BUT_PUT =
      new Problem(
          405,
          "Method Not Allowed",
          "This path answers GET, HEAD, PUT and OPTIONS.",
          List.of("Allow: GET, HEAD, PUT, OPTIONS"));
  public static final Problem BODY_TOO_LARGE =
      of(413, "Content Too Large", "A request body may have up to 16384 bytes.");
  public static final Problem TARGET_TOO_LONG =
      of(414, "URI Too Long", "A request line may have up to 8192 bytes.");
  public static final Problem UNKNOWN_EXPECTATION =
      of(417, "Expectation Failed", "The only expectation met here is 100-continue.");
  public static final Problem FIELDS_TOO_LARGE =
      of(
          431,
          "Request Header Fields Too Large",
          "A header section may have up to 16384 bytes and 100 fields.");
  public static final Problem REQUEST_TIMEOUT =
      of(408, "Request Timeout", "The request did not arrive in time.");
  public static final Problem INTERNAL_ERROR =
      of(500, "Internal Server Error", "The server failed. The failure is in its log.");
  public static final Problem UNKNOWN_METHOD =
      of(501, "Not Implemented", "The request method is not known here.");
  public static final Problem UNAVAILABLE =
      new Problem(
          503,
          "Service Unavailable",
          "The server cannot answer this right now. Try again shortly.",
          List.of("Retry-After: 1"));
  public static final Problem UNKNOWN_VERSION =
      of(505, "HTTP Version Not Supported", "This server speaks HTTP/1.1 and HTTP/1.0.");

  public Problem {
    fields = List.copyOf(fields);
  }

  /// A parameter that is not what it should be; `expected` completes the sentence, such as "a whole
  /// number from 1 to 10000".
  public static Problem parameter(String name, String expected) {
    return of(400, "Bad Request", "The parameter '" + name + "' must be " + expected + ".");
  }

  private static Problem of(int status, String title, String detail) {
    return new Problem(status, title, detail, List.of());
  }
}
