package jigsaw.embedded;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What all parts of a topology may use together.
///
/// @param cores processors, such as 1 or 0.5
/// @param megabytes memory, page cache included
record Limit(double cores, int megabytes) {
  static final int LEAST_MEGABYTES = 512;
  private static final double LEAST_CORES = 0.1;
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,4}(?:\\.\\d{1,3})?)cores?,(\\d{1,6})(MiB|GiB)");

  /// Reads the form `1core,1GiB`.
  ///
  /// @throws EmbeddedException that says what was expected
  static Limit parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new EmbeddedException(
          "--limit: '"
              + text
              + "', expected cores and memory such as 1core,1GiB or 2cores,1536MiB");
    }
    double cores = Double.parseDouble(matcher.group(1));
    int megabytes =
        Integer.parseInt(matcher.group(2)) * (matcher.group(3).equals("GiB") ? 1024 : 1);
    if (cores < LEAST_CORES || cores > Runtime.getRuntime().availableProcessors()) {
      throw new EmbeddedException(
          "--limit: '%s', expected %s to %d cores (this machine's)"
              .formatted(text, LEAST_CORES, Runtime.getRuntime().availableProcessors()));
    }
    if (megabytes < LEAST_MEGABYTES) {
      throw new EmbeddedException(
          "--limit: '" + text + "', expected at least " + LEAST_MEGABYTES + "MiB");
    }
    return new Limit(cores, megabytes);
  }

  long bytes() {
    return (long) megabytes << 20;
  }

  @Override
  public String toString() {
    String number =
        cores == Math.rint(cores) ? Long.toString((long) cores) : Double.toString(cores);
    return String.format(
        Locale.ROOT, "%s core%s, %,d MiB", number, cores == 1 ? "" : "s", megabytes);
  }
}
