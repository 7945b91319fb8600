package jigsaw.etl.merge;

import java.util.ArrayList;
import java.util.List;
import jigsaw.catalog.Feature;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Product;
import jigsaw.catalog.Sku;
import jigsaw.catalog.Style;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// One product with all its rows: features and styles by id, photos and skus by style and id. The
/// lists are handed over and never changed again.
public record CatalogEntry(
    Product product,
    List<FeatureRow> featureRows,
    List<StyleRow> styleRows,
    List<PhotoRow> photoRows,
    List<SkuRow> skuRows) {

  List<Feature> features() {
    return featureRows.stream().map(FeatureRow::feature).toList();
  }

  /// The styles with their photos and skus.
  List<Style> styles() {
    List<Style> styles = new ArrayList<>(styleRows.size());
    int photo = 0;
    int sku = 0;
    for (StyleRow row : styleRows) {
      List<Photo> photos = new ArrayList<>();
      for (; photo < photoRows.size() && photoRows.get(photo).styleId() == row.id(); photo++) {
        photos.add(photoRows.get(photo).photo());
      }
      List<Sku> skus = new ArrayList<>();
      for (; sku < skuRows.size() && skuRows.get(sku).styleId() == row.id(); sku++) {
        skus.add(skuRows.get(sku).sku());
      }
      styles.add(
          new Style(
              row.id(),
              row.name(),
              row.originalPrice(),
              row.salePrice(),
              row.isDefault(),
              photos,
              skus));
    }
    return styles;
  }
}
