package jigsaw.etl.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The order of the columns in a file, by its first line.
final class Header {
  private Header() {}

  /// The fields of a first line, without spaces and quotes around them.
  static List<String> names(String line) {
    return Arrays.stream(line.split(",", -1))
        .map(String::strip)
        .map(name -> name.replaceAll("^\"(.*)\"$", "$1").strip())
        .toList();
  }

  /// Whether a first line is a row already: its first field is a number.
  static boolean isMissing(List<String> firstLine) {
    String first = firstLine.getFirst();
    return !first.isEmpty() && first.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /// For each field of the file the index of its column in `expected`; empty unless the file has
  /// exactly those names, in any order.
  static Optional<int[]> order(List<String> names, List<String> expected) {
    List<String> left = new ArrayList<>(expected);
    int[] order = names.stream().mapToInt(expected::indexOf).toArray();
    names.forEach(left::remove);
    boolean known = names.size() == expected.size() && left.isEmpty();
    return known ? Optional.of(order) : Optional.empty();
  }

  /// The order of a file without a header line.
  static int[] written(List<String> expected) {
    return IntStream.range(0, expected.size()).toArray();
  }
}
