package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import jigsaw.catalog.GenerationTables;

/// The pages of some thousand random products, and the requests that a front end sends for the same
/// pages when it asks for their parts: product, styles and related products, then product and
/// styles of each related one.
///
/// `whole` and `parts` are files with one request target a line; `partsEach` is the mean number of
/// parts a page.
record PageViews(Path whole, Path parts, double partsEach) {
  private static final int VIEWS = 5_000;
  private static final long SEED = 4;

  static PageViews write(Path folder, BenchCatalogue catalogue, GenerationTables tables)
      throws IOException {
    List<Integer> ids = new Random(SEED).ints(VIEWS, 1, catalogue.products() + 1).boxed().toList();
    Map<Integer, Set<Integer>> related = related(catalogue, tables, ids);
    List<String> whole = ids.stream().map(id -> "/products/" + id + "/page").toList();
    List<String> parts = new ArrayList<>();
    for (int id : ids) {
      parts.add("/products/" + id + "/related");
      addCard(parts, id);
      related.getOrDefault(id, Set.of()).forEach(other -> addCard(parts, other));
    }
    return new PageViews(
        Files.write(folder.resolve("whole-pages"), whole),
        Files.write(folder.resolve("page-parts"), parts),
        (double) parts.size() / whole.size());
  }

  private static void addCard(List<String> targets, int id) {
    targets.add("/products/" + id);
    targets.add("/products/" + id + "/styles");
  }

  /// Without the products themselves.
  private static Map<Integer, Set<Integer>> related(
      BenchCatalogue catalogue, GenerationTables tables, List<Integer> ids) throws IOException {
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    String sql =
        "SELECT DISTINCT product_id, related_product_id FROM "
            + tables.related()
            + " WHERE related_product_id NOT IN (0, product_id) AND product_id IN ("
            + list
            + ")";
    Map<Integer, Set<Integer>> related = new HashMap<>();
    try (Connection connection = catalogue.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        related.computeIfAbsent(row.getInt(1), _ -> new HashSet<>()).add(row.getInt(2));
      }
    } catch (SQLException e) {
      throw new IOException("the database refuses: " + e.getMessage(), e);
    }
    return related;
  }
}
