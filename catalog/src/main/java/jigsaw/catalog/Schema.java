package jigsaw.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The SQL of the catalogue, for MySQL 8 and 9 and MariaDB 10.11 and 11.4 alike.
///
/// `schema.sql` holds what every load shares, `generation.sql` the tables of one load with `{g}` in
/// place of the generation's suffix.
public final class Schema {
  /// Raised whenever a table changes; a server or an ETL refuses a generation of another version.
  public static final int VERSION = 1;

  /// The tables of one load, in the order they are made; each name stands for `name_g<n>`.
  public static final List<String> GENERATION_TABLES =
      List.of(
          "product",
          "feature",
          "style",
          "photo",
          "sku",
          "related",
          "product_document",
          "styles_document");

  private Schema() {}

  /// Statements that make what every load shares; each may be repeated without harm.
  public static List<String> shared() {
    return statements("schema.sql");
  }

  /// Statements that make the empty tables of one generation.
  public static List<String> generation(GenerationTables tables) {
    String suffix = tables.name("");
    return statements("generation.sql").stream().map(sql -> sql.replace("{g}", suffix)).toList();
  }

  private static List<String> statements(String resource) {
    try (InputStream in = Schema.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the jar");
      }
      String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(sql.replaceAll("(?m)^--.*$", "").split(";"))
          .map(String::strip)
          .filter(statement -> !statement.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }
}
