package jigsaw.server;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A size in bytes, written as `65536`, `64KiB`, `64MiB` or `1GiB`.
record ByteSize(long bytes) {
  /// Reads it from an option.
  static final class Converter implements ITypeConverter<ByteSize> {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})(B|KiB|MiB|GiB)?");
    private static final Map<String, Integer> SHIFTS =
        Map.of("B", 0, "KiB", 10, "MiB", 20, "GiB", 30);

    @Override
    public ByteSize convert(String text) {
      Matcher matcher = FORM.matcher(text);
      if (matcher.matches()) {
        String unit = matcher.group(2);
        long number = Long.parseLong(matcher.group(1));
        int shift = unit == null ? 0 : SHIFTS.getOrDefault(unit, 0);
        if (number <= Long.MAX_VALUE >> shift) {
          return new ByteSize(number << shift);
        }
      }
      throw new TypeConversionException("'" + text + "', expected a size such as 64MiB");
    }
  }
}
