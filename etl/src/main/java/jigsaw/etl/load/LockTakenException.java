package jigsaw.etl.load;

/// Another run loads into the same schema; the message says who.
public final class LockTakenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LockTakenException(String message) {
    super(message);
  }
}
