package jigsaw.etl.load;

/// The database refused or failed; the message says what to do about it.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean unavailable;

  private DatabaseException(String message, boolean unavailable, Throwable cause) {
    super(message, cause);
    this.unavailable = unavailable;
  }

  private DatabaseException(String message) {
    super(message);
    this.unavailable = false;
  }

  static DatabaseException unavailable(String message, Throwable cause) {
    return new DatabaseException(message, true, cause);
  }

  static DatabaseException failed(String message, Throwable cause) {
    return new DatabaseException(message, false, cause);
  }

  public static DatabaseException failed(String message) {
    return new DatabaseException(message);
  }

  /// Whether not even a connection could be had.
  public boolean isUnavailable() {
    return unavailable;
  }
}
