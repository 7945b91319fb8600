package jigsaw.embedded.blackbox;

/// Something else came than a case expects; the message says what and what instead.
public final class MismatchException extends Exception {
  private static final long serialVersionUID = 1L;

  MismatchException(String what, Object expected, Object actual) {
    super(what + ": expected " + expected + ", but was " + actual);
  }
}
