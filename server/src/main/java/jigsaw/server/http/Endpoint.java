package jigsaw.server.http;

import jigsaw.server.content.Outcome;

/// What answers the GET and HEAD requests of one route, and the PUT requests where it takes them.
@FunctionalInterface
public interface Endpoint {
  /// Answers `request`, or says that the answer will come. Runs on the event loop and must not
  /// block; `request` is valid only until this returns.
  Outcome serve(Request request);
}
