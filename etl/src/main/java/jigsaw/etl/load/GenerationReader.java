package jigsaw.etl.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jigsaw.catalog.Feature;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Price;
import jigsaw.catalog.Product;
import jigsaw.catalog.Sku;
import jigsaw.etl.merge.CatalogEntry;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// Reads whole products back from the rows of one generation.
public final class GenerationReader {
  private final Session session;
  private final GenerationTables tables;

  public GenerationReader(Session session, GenerationTables tables) {
    this.session = session;
    this.tables = tables;
  }

  /// The products with these ids by ascending id; unknown ones are left out. Meant for some hundred
  /// ids at a time.
  public List<CatalogEntry> entries(Collection<Integer> ids) {
    List<Product> products =
        session.query(
            select(
                "id, name, slogan, description, category, default_price",
                tables.product(),
                "id",
                ids),
            GenerationReader::product);
    Map<Integer, List<StyleRow>> styles = styles(ids);
    Map<Integer, Integer> owners = new HashMap<>();
    styles.values().forEach(all -> all.forEach(row -> owners.put(row.id(), row.productId())));
    Map<Integer, List<FeatureRow>> features = features(ids);
    Map<Integer, List<PhotoRow>> photos = photos(owners);
    Map<Integer, List<SkuRow>> skus = skus(owners);
    return products.stream()
        .map(each ->
            new CatalogEntry(
                each,
                features.getOrDefault(each.id(), List.of()),
                styles.getOrDefault(each.id(), List.of()),
                photos.getOrDefault(each.id(), List.of()),
                skus.getOrDefault(each.id(), List.of())))
        .toList();
  }

  private Map<Integer, List<FeatureRow>> features(Collection<Integer> products) {
    return session
        .query(
            select("product_id, id, feature, value", tables.feature(), "product_id", products),
            row ->
                new FeatureRow(
                    row.getInt(2),
                    row.getInt(1),
                    new Feature(row.getString(3), Optional.ofNullable(row.getString(4)))))
        .stream()
        .collect(Collectors.groupingBy(FeatureRow::productId));
  }

  private Map<Integer, List<StyleRow>> styles(Collection<Integer> products) {
    return session
        .query(
            select(
                "product_id, id, name, original_price, sale_price, is_default",
                tables.style(),
                "product_id",
                products),
            row ->
                new StyleRow(
                    row.getInt(2),
                    row.getInt(1),
                    row.getString(3),
                    price(row.getString(4)),
                    Optional.ofNullable(row.getString(5)).map(GenerationReader::price),
                    row.getBoolean(6)))
        .stream()
        .collect(Collectors.groupingBy(StyleRow::productId));
  }

  private Map<Integer, List<PhotoRow>> photos(Map<Integer, Integer> owners) {
    return session
        .query(
            select("style_id, id, url, thumbnail_url", tables.photo(), "style_id", owners.keySet()),
            row ->
                new PhotoRow(
                    row.getInt(2),
                    row.getInt(1),
                    owners.getOrDefault(row.getInt(1), 0),
                    new Photo(
                        Optional.ofNullable(row.getString(3)),
                        Optional.ofNullable(row.getString(4)))))
        .stream()
        .collect(Collectors.groupingBy(PhotoRow::productId));
  }

  private Map<Integer, List<SkuRow>> skus(Map<Integer, Integer> owners) {
    return session
        .query(
            select("style_id, id, size, quantity", tables.sku(), "style_id", owners.keySet()),
            row ->
                new SkuRow(
                    row.getInt(1),
                    owners.getOrDefault(row.getInt(1), 0),
                    new Sku(row.getInt(2), row.getString(3), row.getInt(4))))
        .stream()
        .collect(Collectors.groupingBy(SkuRow::productId));
  }

  /// All rows with one of these keys in primary-key order; the hint keeps the database from
  /// scanning a fresh table whose statistics are not there yet.
  private static String select(String columns, String table, String key, Collection<Integer> keys) {
    String list =
        keys.isEmpty() ? "0" : keys.stream().map(String::valueOf).collect(Collectors.joining(","));
    String order = key.equals("id") ? "id" : key + ", id";
    return "SELECT "
        + columns
        + " FROM "
        + table
        + " FORCE INDEX (PRIMARY) WHERE "
        + key
        + " IN ("
        + list
        + ") ORDER BY "
        + order;
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        row.getInt(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        price(row.getString(6)));
  }

  private static Price price(String text) {
    return Price.parse(text).orElseThrow(() -> DatabaseException.failed("not a price: " + text));
  }
}
