package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// The current date as IMF-fixdate (RFC 9110 section 5.6.7), made anew once a second. One per event
/// loop.
final class HttpDate {
  private static final DateTimeFormatter IMF_FIXDATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private final InstantSource clock;
  private byte[] bytes = {};
  private long second = Long.MIN_VALUE;

  HttpDate(InstantSource clock) {
    this.clock = clock;
    refresh();
  }

  /// To be called several times a second.
  void refresh() {
    Instant now = clock.instant();
    if (now.getEpochSecond() != second) {
      second = now.getEpochSecond();
      bytes = IMF_FIXDATE.format(now).getBytes(StandardCharsets.US_ASCII);
    }
  }

  byte[] bytes() {
    return bytes;
  }
}
