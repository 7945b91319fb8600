package jigsaw.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jigsaw.catalog.CatalogJson;
import jigsaw.catalog.Price;
import jigsaw.catalog.Product;
import jigsaw.server.store.Lookup.Found;

/// The statements of the catalogue, run on a session. Stateless but for the JSON writer.
final class CatalogQueries {
  /// Lists of ids are padded to one of these lengths, so that few statements serve all.
  private static final int[] LIST_LENGTHS = {1, 2, 4, 8, 16, 64, 256};

  private static final int MAX_LIST = 256;

  private final CatalogJson json = new CatalogJson();

  Lookup document(Session session, String sql, int productId) throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setInt(1, productId);
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? new Found(row.getBytes(1)) : Lookup.ABSENT;
    }
  }

  Lookup related(Session session, String sql, int productId) throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setInt(1, productId);
    try (ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        return Lookup.ABSENT;
      }
      IntStream.Builder ids = IntStream.builder();
      do {
        int id = rows.getInt(1);
        if (id != 0) {
          ids.add(id);
        }
      } while (rows.next());
      return new Found(json.related(ids.build().toArray()));
    }
  }

  /// One page of a list: `from` is a position or an id, as `sql` wants it.
  Lookup list(Session session, String sql, long from, int count, long total) throws SQLException {
    PreparedStatement statement = session.statement(sql);
    statement.setLong(1, from);
    statement.setInt(2, count);
    try (ResultSet row = statement.executeQuery()) {
      List<Product> products = new ArrayList<>();
      int lastId = 0;
      long lastPosition = total;
      while (row.next()) {
        lastId = row.getInt(1);
        lastPosition = row.getLong(2);
        products.add(product(row));
      }
      return new Found(json.products(products), lastPosition < total ? lastId : 0);
    }
  }

  /// The documents of `ids` by id; ids without one are missing.
  Map<Integer, Lookup> documents(Session session, String sql, List<Integer> ids)
      throws SQLException {
    Map<Integer, Lookup> found = new HashMap<>();
    forEachRow(session, sql, 1, ids, row -> found.put(row.getInt(1), new Found(row.getBytes(2))));
    return found;
  }

  /// The whole pages of `ids` by id; ids that are no product are missing.
  Map<Integer, Lookup> pages(Session session, String sql, List<Integer> ids) throws SQLException {
    Map<Integer, WholePage> pages = new HashMap<>();
    forEachRow(
        session,
        sql,
        2,
        ids,
        row ->
            pages
                .computeIfAbsent(row.getInt(1), WholePage::new)
                .add(row.getLong(2), row.getInt(3), row.getBytes(4), row.getBytes(5)));
    Map<Integer, Lookup> found = new HashMap<>();
    pages.forEach((id, page) -> found.put(id, page.toLookup()));
    return found;
  }

  /// Asks for as many ids at once as a statement takes; `sql` has so many lists of them, wherever
  /// [GenerationSql#IDS] stands.
  private static void forEachRow(
      Session session, String sql, int lists, List<Integer> ids, RowReceiver receiver)
      throws SQLException {
    for (int from = 0; from < ids.size(); from += MAX_LIST) {
      List<Integer> part = ids.subList(from, Math.min(ids.size(), from + MAX_LIST));
      int length = paddedLength(part.size());
      String listed = sql.replace(GenerationSql.IDS, placeholders(length));
      PreparedStatement statement = session.statement(listed);
      for (int index = 0; index < lists * length; index++) {
        statement.setInt(index + 1, part.get(Math.min(index % length, part.size() - 1)));
      }
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          receiver.accept(row);
        }
      }
    }
  }

  private static int paddedLength(int size) {
    return IntStream.of(LIST_LENGTHS).filter(length -> length >= size).findFirst().orElseThrow();
  }

  private static String placeholders(int length) {
    return "(?" + ",?".repeat(length - 1) + ")";
  }

  /// Takes the row that a result set stands at.
  private interface RowReceiver {
    void accept(ResultSet row) throws SQLException;
  }

  /// The product in a row of [GenerationSql#COLUMNS].
  static Product product(ResultSet row) throws SQLException {
    String price = row.getString(7);
    return new Product(
        row.getInt(1),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        Price.parse(price).orElseThrow(() -> new SQLException("not a price: " + price)));
  }
}
