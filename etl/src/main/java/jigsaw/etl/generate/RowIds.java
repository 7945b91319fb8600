package jigsaw.etl.generate;

import java.util.random.RandomGenerator;

/// Gives the rows of one file their ids: ascending with a gap now and then, and within one parent
/// some neighbours in the wrong order.
final class RowIds {
  private static final int MAX_ROWS_OF_A_PARENT = 16;

  private final RandomGenerator random;
  private final long[] ids = new long[MAX_ROWS_OF_A_PARENT];
  private final int[] order = new int[MAX_ROWS_OF_A_PARENT];
  private long last;

  RowIds(RandomGenerator random) {
    this.random = random;
  }

  /// Makes ids for the `rows` rows of the next parent.
  void next(int rows) {
    for (int row = 0; row < rows; row++) {
      last += random.nextInt(100) == 0 ? 2 : 1;
      ids[row] = last;
      order[row] = row;
    }
    if (rows > 1 && random.nextInt(5) == 0) {
      int first = random.nextInt(rows - 1);
      order[first] = first + 1;
      order[first + 1] = first;
    }
  }

  /// The id of one of these rows; ids ascend with `row`.
  long id(int row) {
    return ids[row];
  }

  /// Which row to write as the `place`-th.
  int rowAt(int place) {
    return order[place];
  }
}
