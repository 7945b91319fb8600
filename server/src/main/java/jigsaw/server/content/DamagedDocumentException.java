package jigsaw.server.content;

/// A stored document that is neither JSON nor an intact gzip of it.
public final class DamagedDocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DamagedDocumentException(String message, Throwable cause) {
    super(message, cause);
  }

  DamagedDocumentException(String message) {
    super(message);
  }
}
