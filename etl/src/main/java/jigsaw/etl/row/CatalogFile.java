package jigsaw.etl.row;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jigsaw.etl.csv.LineRepair;

/// The six files of a catalogue, parents first.
public enum CatalogFile {
  PRODUCT("product.csv", "id,name,slogan,description,category,default_price"),
  STYLES("styles.csv", "id,productId,name,sale_price,original_price,default_style"),
  FEATURES("features.csv", "id,product_id,feature,value"),
  PHOTOS("photos.csv", "id,styleId,url,thumbnail_url"),
  SKUS("skus.csv", "id,styleId,size,quantity"),
  RELATED("related.csv", "id,current_product_id,related_product_id");

  /// A price cell that holds its own name: `"default_price": 49`.
  private static final Pattern NAMED_PRICE =
      Pattern.compile(",\\s*\"default_price\"\\s*:(\\s*[0-9.]+\\s*)$");

  private final String fileName;
  private final String columns;

  CatalogFile(String fileName, String columns) {
    this.fileName = fileName;
    this.columns = columns;
  }

  public String fileName() {
    return fileName;
  }

  public Path in(Path folder) {
    return folder.resolve(fileName);
  }

  public List<String> columns() {
    return List.of(columns.split(",", -1));
  }

  /// The damage that is known in this file, beyond unclosed quotes.
  LineRepair repair() {
    return this == PRODUCT ? CatalogFile::namedPrice : LineRepair.NONE;
  }

  private static Optional<String> namedPrice(String line) {
    var matcher = NAMED_PRICE.matcher(line);
    return matcher.find()
        ? Optional.of(line.substring(0, matcher.start()) + ',' + matcher.group(1))
        : Optional.empty();
  }
}
