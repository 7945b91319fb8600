package jigsaw.loadtest.traffic;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// The product ids that visits choose from, all equally likely. Immutable; never empty.
public final class CatalogueIds {
  private final int[] ids;
  private final String label;

  private CatalogueIds(int[] ids, String label) {
    if (ids.length == 0) {
      throw new IllegalArgumentException("the catalogue has no products, so nothing can be asked");
    }
    this.ids = ids;
    this.label = label;
  }

  /// All of these products.
  ///
  /// @param ids taken over; nothing may write to it any more
  public static CatalogueIds of(int[] ids) {
    return new CatalogueIds(ids, "all " + ids.length);
  }

  /// A subset of `count` products that the seed chooses; all of them when there are no more.
  public CatalogueIds hot(int count, long seed) {
    if (count == 0 || count >= ids.length) {
      return this;
    }
    int[] shuffled = ids.clone();
    RandomGenerator random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      int other = i + random.nextInt(shuffled.length - i);
      int id = shuffled[other];
      shuffled[other] = shuffled[i];
      shuffled[i] = id;
    }
    return new CatalogueIds(Arrays.copyOf(shuffled, count), "hot " + count);
  }

  public int size() {
    return ids.length;
  }

  /// For example `all 1000011` or `hot 2000`.
  public String label() {
    return label;
  }

  int random(RandomGenerator random) {
    return ids[random.nextInt(ids.length)];
  }
}
