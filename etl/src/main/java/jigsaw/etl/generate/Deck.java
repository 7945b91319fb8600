package jigsaw.etl.generate;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/// Random numbers whose shares are exact: cards drawn from a deck that is shuffled again when it is
/// empty. So a mean holds for a thousand products as well as for a million.
final class Deck {
  private final int[] cards;
  private final RandomGenerator random;
  private int next;

  /// A deck with `copies[value]` cards of each value from 0 upwards.
  Deck(RandomGenerator random, int... copies) {
    this.random = random;
    this.cards = new int[Arrays.stream(copies).sum()];
    int at = 0;
    for (int value = 0; value < copies.length; value++) {
      Arrays.fill(cards, at, at + copies[value], value);
      at += copies[value];
    }
    shuffle();
  }

  int draw() {
    if (next == cards.length) {
      shuffle();
    }
    return cards[next++];
  }

  private void shuffle() {
    for (int last = cards.length - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      int card = cards[last];
      cards[last] = cards[other];
      cards[other] = card;
    }
    next = 0;
  }
}
