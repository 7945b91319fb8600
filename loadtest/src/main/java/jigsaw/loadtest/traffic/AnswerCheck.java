package jigsaw.loadtest.traffic;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Says what is wrong with an answer, if anything.
public final class AnswerCheck {
  private static final int OK = 200;
  private static final int SERVICE_UNAVAILABLE = 503;

  private AnswerCheck() {}

  /// What is wrong with the answer to `request`; empty when nothing is.
  ///
  /// @param contentLength what the header said, -1 without one
  /// @param length bytes read into `body`
  /// @param gzip whether the body is compressed, so that only its frame can be checked here
  public static Optional<Failure> check(
      Request request, int status, long contentLength, byte[] body, int length, boolean gzip) {
    if (status != OK) {
      return Optional.of(
          status == SERVICE_UNAVAILABLE
              ? Failure.SHED
              : status >= 500 ? Failure.SERVER_ERROR : Failure.WRONG_STATUS);
    }
    if (contentLength >= 0 && contentLength != length) {
      return Optional.of(Failure.WRONG_LENGTH);
    }
    if (gzip) {
      return isGzip(body, length) ? Optional.empty() : Optional.of(Failure.NOT_JSON);
    }
    if (!isJson(request.endpoint(), body, length)) {
      return Optional.of(Failure.NOT_JSON);
    }
    return startsWith(expectedHead(request), body, length)
        ? Optional.empty()
        : Optional.of(Failure.WRONG_ID);
  }

  private static boolean isGzip(byte[] body, int length) {
    return length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
  }

  private static boolean isJson(Endpoint endpoint, byte[] body, int length) {
    return switch (endpoint) {
      case PRODUCT, STYLES -> length >= 2 && body[0] == '{' && body[length - 1] == '}';
      case RELATED, LIST -> length >= 2 && body[0] == '[' && body[length - 1] == ']';
    };
  }

  /// The first bytes of the right answer, as far as the id asked for decides them.
  private static String expectedHead(Request request) {
    return switch (request.endpoint()) {
      case PRODUCT -> "{\"id\":" + request.id() + ",";
      case STYLES -> "{\"product_id\":\"" + request.id() + "\",";
      case RELATED, LIST -> "[";
    };
  }

  private static boolean startsWith(String head, byte[] body, int length) {
    byte[] expected = head.getBytes(StandardCharsets.US_ASCII);
    if (length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (body[i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
