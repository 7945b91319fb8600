package jigsaw.etl.generate;

import jigsaw.etl.row.CatalogFile;

/// One of the six files that are generated, and what each of its columns holds.
enum GeneratedFile {
  PRODUCT(CatalogFile.PRODUCT, "ITTTTP"),
  FEATURES(CatalogFile.FEATURES, "IFTN"),
  STYLES(CatalogFile.STYLES, "IFTSPD"),
  PHOTOS(CatalogFile.PHOTOS, "IFNN"),
  SKUS(CatalogFile.SKUS, "IFTQ"),
  RELATED(CatalogFile.RELATED, "IFR");

  /// A row's own id.
  static final String ID = "I";

  /// The id of the row's parent.
  static final String PARENT = "F";

  /// The id of a related product.
  static final String RELATED_ID = "R";

  /// Text, which must not be null.
  static final String TEXT = "T";

  /// Text or null.
  static final String NULLABLE_TEXT = "N";

  /// A price, which must not be null.
  static final String PRICE = "P";

  /// A price or null.
  static final String SALE_PRICE = "S";

  static final String QUANTITY = "Q";

  /// 1 for a product's default style, else 0.
  static final String DEFAULT_FLAG = "D";

  private final CatalogFile file;
  private final String kinds;

  GeneratedFile(CatalogFile file, String kinds) {
    this.file = file;
    this.kinds = kinds;
  }

  String fileName() {
    return file.fileName();
  }

  String header() {
    return String.join(",", file.columns());
  }

  /// The first column that holds one of the kinds (letters as above), or -1.
  int columnOf(String wanted) {
    for (int column = 0; column < kinds.length(); column++) {
      if (wanted.indexOf(kinds.charAt(column)) >= 0) {
        return column;
      }
    }
    return -1;
  }
}
