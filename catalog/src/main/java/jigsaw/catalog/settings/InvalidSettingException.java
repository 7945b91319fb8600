package jigsaw.catalog.settings;

/// A setting that stops the start: names the key, the value and what was expected.
public final class InvalidSettingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String key, String value, String expected) {
    super(message(key, value, expected));
  }

  public InvalidSettingException(String key, String value, String expected, Throwable cause) {
    super(message(key, value, expected), cause);
  }

  private static String message(String key, String value, String expected) {
    return key + ": '" + value + "', expected " + expected;
  }
}
