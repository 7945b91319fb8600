package jigsaw.server.http;

/// What the answer queue says to the handlers behind it.
enum Signal {
  /// There may be room for another answer.
  ROOM
}
