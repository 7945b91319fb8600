package jigsaw.etl.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Spoils some lines of one file. Each kind of dirt that fits the file gets its turn: the first of
/// each soon, so that small files have them all, the others at the given rate.
final class Dirt {
  private static final int CLEAN_LINES_FIRST = 100;
  private static final int LINES_BETWEEN_FIRST_STAINS = 5;
  private static final Pattern CELL = Pattern.compile("\"[^\"]*\"|[^,]+");

  private final GeneratedFile file;
  private final double rate;
  private final RandomGenerator random;
  private final List<Stain> stains;
  private String previousId = "";
  private int turn;
  private long line;

  /// @param rate the share of spoiled lines, above 0 and at most 1
  Dirt(GeneratedFile file, double rate, RandomGenerator random) {
    this.file = file;
    this.rate = rate;
    this.random = random;
    this.stains = Arrays.stream(Stain.values()).filter(stain -> stain.fits(file)).toList();
  }

  /// The first line, as the real files have it: with spaces, or missing.
  String header() {
    return switch (file) {
      case FEATURES -> "";
      case RELATED, STYLES -> file.header();
      case PRODUCT, PHOTOS, SKUS -> file.header().replace(",", ", ");
    };
  }

  /// Whether the file begins with a byte order mark.
  boolean hasByteOrderMark() {
    return file == GeneratedFile.RELATED;
  }

  /// Whether the last line lacks its line end.
  boolean endsAbruptly() {
    return file == GeneratedFile.RELATED || file == GeneratedFile.FEATURES;
  }

  /// The line as it shall be written, spoiled or as it is. Called for every line in order.
  String pass(String clean) {
    line++;
    if (file == GeneratedFile.PRODUCT && clean.startsWith("11,")) {
      return clean.replaceFirst(",([^,]*)$", ",\"default_price\": $1");
    }
    if (!isDue()) {
      previousId = clean.substring(0, clean.indexOf(','));
      return clean;
    }
    return stains.get(turn++ % stains.size()).spoil(file, cells(clean), previousId);
  }

  private boolean isDue() {
    if (line <= CLEAN_LINES_FIRST) {
      return false;
    }
    return turn < stains.size()
        ? line % LINES_BETWEEN_FIRST_STAINS == 0
        : random.nextDouble() < rate;
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    Matcher cell = CELL.matcher(line);
    while (cell.find()) {
      cells.add(cell.group());
    }
    return cells;
  }
}
