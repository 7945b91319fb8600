package jigsaw.etl.row;

import java.util.PrimitiveIterator;
import org.roaringbitmap.FastRankRoaringBitmap;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;

/// A set of ids, small in memory also with millions of them. Written by one thread; once nobody
/// writes any more, any thread may read it, but only one may ask for ranks.
public final class IdSet {
  private final FastRankRoaringBitmap ids = new FastRankRoaringBitmap();

  /// Adds an id; false if it was there already.
  public boolean add(int id) {
    return ids.checkedAdd(id);
  }

  public boolean contains(int id) {
    return ids.contains(id);
  }

  public int size() {
    return ids.getCardinality();
  }

  public boolean isEmpty() {
    return ids.isEmpty();
  }

  /// The smallest id; the set must not be empty.
  public int first() {
    return ids.first();
  }

  /// The largest id; the set must not be empty.
  public int last() {
    return ids.last();
  }

  /// The position of an id of the set in ascending order, from 1.
  public int rank(int id) {
    return ids.rank(id);
  }

  /// The ids in ascending order.
  public PrimitiveIterator.OfInt iterator() {
    PeekableIntIterator each = ids.getIntIterator();
    return new PrimitiveIterator.OfInt() {
      @Override
      public int nextInt() {
        return each.next();
      }

      @Override
      public boolean hasNext() {
        return each.hasNext();
      }
    };
  }

  /// The ids of this set that `other` does not have.
  public IdSet without(IdSet other) {
    IdSet difference = new IdSet();
    difference.ids.or(RoaringBitmap.andNot(ids, other.ids));
    return difference;
  }

  /// The id at a position from 1 to [#size].
  public int at(int position) {
    return ids.select(position - 1);
  }
}
