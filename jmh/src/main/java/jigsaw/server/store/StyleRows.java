package jigsaw.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Price;
import jigsaw.catalog.Sku;
import jigsaw.catalog.Style;

/// Puts the styles of a product together from rows, each of which begins with the id of its style
/// and may come more than once. Columns that a join left empty have the id 0.
final class StyleRows {
  private final SequencedMap<Integer, Style> styles = new LinkedHashMap<>();
  private final Map<Integer, Map<Integer, Photo>> photos = new HashMap<>();
  private final Map<Integer, Map<Integer, Sku>> skus = new HashMap<>();

  /// Columns: id, name, original price, sale price, whether it is the default.
  void addStyle(ResultSet row) throws SQLException {
    int id = row.getInt(1);
    if (!styles.containsKey(id)) {
      Optional<Price> sale = Optional.ofNullable(row.getString(4)).flatMap(Price::parse);
      Price original = Price.parse(row.getString(3)).orElseThrow();
      styles.put(
          id,
          new Style(id, row.getString(2), original, sale, row.getBoolean(5), List.of(), List.of()));
    }
  }

  /// From `column` on: id, address, address of the thumbnail.
  void addPhoto(ResultSet row, int column) throws SQLException {
    int id = row.getInt(column);
    if (id != 0) {
      Photo photo =
          new Photo(
              Optional.ofNullable(row.getString(column + 1)),
              Optional.ofNullable(row.getString(column + 2)));
      photos.computeIfAbsent(row.getInt(1), _ -> new LinkedHashMap<>()).putIfAbsent(id, photo);
    }
  }

  /// From `column` on: id, size, quantity.
  void addSku(ResultSet row, int column) throws SQLException {
    int id = row.getInt(column);
    if (id != 0) {
      Sku sku = new Sku(id, row.getString(column + 1), row.getInt(column + 2));
      skus.computeIfAbsent(row.getInt(1), _ -> new LinkedHashMap<>()).putIfAbsent(id, sku);
    }
  }

  List<Style> styles() {
    return styles.values().stream().map(this::whole).toList();
  }

  private Style whole(Style style) {
    return new Style(
        style.id(),
        style.name(),
        style.originalPrice(),
        style.salePrice(),
        style.isDefault(),
        List.copyOf(photos.getOrDefault(style.id(), Map.of()).values()),
        List.copyOf(skus.getOrDefault(style.id(), Map.of()).values()));
  }
}
