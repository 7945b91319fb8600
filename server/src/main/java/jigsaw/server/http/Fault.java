package jigsaw.server.http;

import jigsaw.server.content.Problem;

/// What can be wrong with a request so that its connection cannot go on.
enum Fault {
  NONE,
  MALFORMED_REQUEST_LINE,
  MALFORMED_TARGET,
  MALFORMED_FIELD,
  MALFORMED_HOST,
  MALFORMED_FRAMING,
  MALFORMED_CHUNK,
  REQUEST_LINE_TOO_LONG,
  FIELDS_TOO_LARGE,
  BODY_TOO_LARGE,
  UNKNOWN_EXPECTATION,
  UNKNOWN_VERSION,
  REQUEST_TIMEOUT;

  /// What the client is told.
  Problem problem() {
    return switch (this) {
      case MALFORMED_REQUEST_LINE,
          MALFORMED_TARGET,
          MALFORMED_FIELD,
          MALFORMED_HOST,
          MALFORMED_FRAMING,
          MALFORMED_CHUNK ->
          Problem.BAD_REQUEST;
      case REQUEST_LINE_TOO_LONG -> Problem.TARGET_TOO_LONG;
      case FIELDS_TOO_LARGE -> Problem.FIELDS_TOO_LARGE;
      case BODY_TOO_LARGE -> Problem.BODY_TOO_LARGE;
      case UNKNOWN_EXPECTATION -> Problem.UNKNOWN_EXPECTATION;
      case UNKNOWN_VERSION -> Problem.UNKNOWN_VERSION;
      case REQUEST_TIMEOUT -> Problem.REQUEST_TIMEOUT;
      case NONE -> Problem.INTERNAL_ERROR;
    };
  }
}
