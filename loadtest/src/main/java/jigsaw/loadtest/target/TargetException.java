package jigsaw.loadtest.target;

/// Why no load can be sent; the message is for the person at the terminal.
public final class TargetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TargetException(String message) {
    super(message);
  }

  TargetException(String message, Throwable cause) {
    super(message, cause);
  }
}
