package jigsaw.server.store;

/// Why the database was not asked, or did not answer.
public enum Refusal {
  /// Too much is waiting already.
  QUEUE_FULL,
  /// It waited too long for a database thread.
  WAITED_TOO_LONG,
  /// The database does not answer.
  UNREACHABLE,
  /// The database answered with an error.
  FAILED
}
