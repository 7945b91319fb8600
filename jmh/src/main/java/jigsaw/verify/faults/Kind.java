package jigsaw.verify.faults;

/// What a request is for.
enum Kind {
  /// A product that the server has in memory.
  HOT,
  /// The styles of any product, seldom in memory.
  COLD,
  /// A product that does not exist.
  UNKNOWN,
  /// Whether the process lives.
  LIVE
}
