package jigsaw.verify.faults;

import java.io.Serial;
import java.util.Locale;

/// The load was not sent when it should have been: whatever was measured says nothing.
final class FellBehindException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  FellBehindException(double millis) {
    super(
        String.format(
            Locale.ROOT, "1 %% of the requests were sent more than %.1f ms late", millis));
  }
}
