package jigsaw.etl;

/// More lines were rejected than the caller allows.
final class TooManyRejectsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TooManyRejectsException(String message) {
    super(message);
  }
}
