package jigsaw.embedded;

/// A reason why a program could not be started, written for the person who started it.
public final class EmbeddedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EmbeddedException(String message) {
    super(message);
  }

  public EmbeddedException(String message, Throwable cause) {
    super(message, cause);
  }
}
