package jigsaw.server.content;

import java.nio.charset.StandardCharsets;

/// The part of a response head that all answers of one kind share: the status line, the Date field
/// and the constant fields. The bytes hold a date of zeros at [#dateOffset]; whoever writes them
/// puts the current one (IMF-fixdate, RFC 9110 section 5.6.7) over the written copy.
public final class Preamble {
  public static final int DATE_BYTES = 29;

  private final int status;
  private final byte[] bytes;
  private final int dateOffset;

  /// `fields` are whole lines, each ending in CR LF.
  Preamble(int status, String reason, String fields) {
    this.status = status;
    String beforeDate = "HTTP/1.1 " + status + ' ' + reason + "\r\nDate: ";
    dateOffset = beforeDate.length();
    bytes =
        (beforeDate + "0".repeat(DATE_BYTES) + "\r\n" + fields)
            .getBytes(StandardCharsets.ISO_8859_1);
  }

  public int status() {
    return status;
  }

  /// The shared bytes; never written to.
  public byte[] bytes() {
    return bytes;
  }

  public int dateOffset() {
    return dateOffset;
  }
}
