package jigsaw.etl.verify;

/// What is in the database is not what was read; the message says where.
public final class VerificationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public VerificationException(String message) {
    super(message);
  }
}
