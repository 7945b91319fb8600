package jigsaw.etl.row;

import java.util.Arrays;
import java.util.OptionalInt;

/// The product of every style. Built by one thread, then read by several, each through a [Lookup]
/// of its own.
///
/// Pairs of style and product packed into sorted longs: eight bytes a style.
final class StyleOwners {
  private static final long PRODUCT_BITS = 0xffff_ffffL;

  private long[] pairs = new long[1 << 12];
  private int size;

  void add(int style, int product) {
    if (size == pairs.length) {
      pairs = Arrays.copyOf(pairs, size + (size >> 1));
    }
    pairs[size++] = (long) style << Integer.SIZE | product;
  }

  /// To be called once all pairs are there.
  void sort() {
    Arrays.sort(pairs, 0, size);
  }

  Lookup lookup() {
    return new Lookup();
  }

  /// Looks styles up, for one thread; fast when they come in ascending order.
  final class Lookup {
    private int at;

    /// The product of a style, or empty for an unknown style.
    OptionalInt product(int style) {
      if (!isAt(at, style)) {
        at = isAt(at + 1, style) ? at + 1 : search(style);
      }
      return isAt(at, style)
          ? OptionalInt.of((int) (pairs[at] & PRODUCT_BITS))
          : OptionalInt.empty();
    }

    private int search(int style) {
      int found = Arrays.binarySearch(pairs, 0, size, (long) style << Integer.SIZE);
      return found < 0 ? -found - 1 : found;
    }

    private boolean isAt(int index, int style) {
      return index < size && (int) (pairs[index] >>> Integer.SIZE) == style;
    }
  }
}
