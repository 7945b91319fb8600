package jigsaw.loadtest.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jigsaw.loadtest.json.JsonTree;
import jigsaw.loadtest.traffic.CatalogueIds;

/// Finds out which product ids exist, so that random requests ask for products that are there.
public final class CatalogueReader {
  private static final int PAGE = 10_000;
  private static final int MOST_PAGES = 1000;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*(\\d{1,9})\\b.*");

  private CatalogueReader() {}

  /// The ids that `choice` names.
  ///
  /// @param choice `all`: the server is asked for its list; `1-1000011`: a range, which is not
  ///   checked; otherwise a file whose lines begin with an id, such as product.csv
  /// @throws TargetException if there is no id, or the list or the file cannot be read
  public static CatalogueIds read(Target target, String choice) {
    Matcher range = RANGE.matcher(choice);
    int[] ids;
    if ("all".equals(choice)) {
      ids = listed(target);
    } else if (range.matches()) {
      int first = Math.max(1, Integer.parseInt(range.group(1)));
      ids = IntStream.rangeClosed(first, Integer.parseInt(range.group(2))).toArray();
    } else {
      ids = inFile(Path.of(choice));
    }
    if (ids.length == 0) {
      throw new TargetException(
          "--ids %s: no products there, so nothing can be asked of %s".formatted(choice, target));
    }
    return CatalogueIds.of(ids);
  }

  private static int[] listed(Target target) {
    IntStream.Builder ids = IntStream.builder();
    for (int page = 1; page <= MOST_PAGES; page++) {
      String path = "/products?page=" + page + "&count=" + PAGE;
      try {
        var products = JsonTree.read(target.get(path)).elements();
        products.forEach(product -> ids.add((int) product.get("id").number()));
        if (products.size() < PAGE) {
          break;
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new TargetException(
            "GET %s%s is no list of products: %s".formatted(target, path, e.getMessage()), e);
      }
    }
    return ids.build().toArray();
  }

  private static int[] inFile(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .map(LEADING_NUMBER::matcher)
          .filter(Matcher::matches)
          .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
          .toArray();
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new TargetException(
          "--ids %s: expected 'all', a range such as 1-1000 or a readable file".formatted(file), e);
    }
  }
}
