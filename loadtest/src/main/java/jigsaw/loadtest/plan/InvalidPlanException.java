package jigsaw.loadtest.plan;

/// A plan that cannot be read: names the file, the line and what was expected.
public final class InvalidPlanException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InvalidPlanException(String message) {
    super(message);
  }

  InvalidPlanException(String message, Throwable cause) {
    super(message, cause);
  }
}
