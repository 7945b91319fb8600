package jigsaw.etl.load;

/// How many rows a table has, and the smallest and largest of their ids (0 if there are none).
public record TableRows(long rows, int smallestId, int largestId) {
  static final TableRows NONE = new TableRows(0, 0, 0);

  TableRows plus(int id) {
    return plus(new TableRows(1, id, id));
  }

  TableRows plus(TableRows other) {
    if (rows == 0 || other.rows == 0) {
      return rows == 0 ? other : this;
    }
    return new TableRows(
        rows + other.rows,
        Math.min(smallestId, other.smallestId),
        Math.max(largestId, other.largestId));
  }
}
