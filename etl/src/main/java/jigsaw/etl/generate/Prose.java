package jigsaw.etl.generate;

import java.util.random.RandomGenerator;

/// Writes Latin sentences.
final class Prose {
  private final RandomGenerator random;
  private final StringBuilder text = new StringBuilder();

  Prose(RandomGenerator random) {
    this.random = random;
  }

  /// `sentences` sentences of 3 to 9 words.
  String sentences(int sentences) {
    text.setLength(0);
    for (int sentence = 0; sentence < sentences; sentence++) {
      if (sentence > 0) {
        text.append(' ');
      }
      sentence();
    }
    return text.toString();
  }

  private void sentence() {
    int start = text.length();
    int words = 3 + random.nextInt(7);
    for (int word = 0; word < words; word++) {
      if (word > 0) {
        text.append(' ');
      }
      text.append(Vocabulary.LATIN.get(random.nextInt(Vocabulary.LATIN.size())));
    }
    text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
    text.append('.');
  }
}
