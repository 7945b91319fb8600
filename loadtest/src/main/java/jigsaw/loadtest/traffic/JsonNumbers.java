package jigsaw.loadtest.traffic;

import java.util.ArrayList;
import java.util.List;

/// Reads the answer of `/products/{id}/related`: a flat JSON array of positive integers.
final class JsonNumbers {
  private JsonNumbers() {}

  /// The first `most` numbers; what is no digit only separates them.
  static List<Integer> read(byte[] json, int length, int most) {
    List<Integer> numbers = new ArrayList<>(most);
    int number = -1;
    for (int i = 0; i < length && numbers.size() < most; i++) {
      int digit = json[i] - '0';
      if (digit >= 0 && digit <= 9) {
        number = Math.max(number, 0) * 10 + digit;
      } else if (number >= 0) {
        numbers.add(number);
        number = -1;
      }
    }
    return numbers;
  }
}
