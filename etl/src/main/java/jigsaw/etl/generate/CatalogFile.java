package jigsaw.etl.generate;

/// One of the six files: its name, its columns as the real files spell them, and what each holds.
enum CatalogFile {
  PRODUCT("product.csv", "id,name,slogan,description,category,default_price", "ITTTTP"),
  FEATURES("features.csv", "id,product_id,feature,value", "IFTN"),
  STYLES("styles.csv", "id,productId,name,sale_price,original_price,default_style", "IFTSPD"),
  PHOTOS("photos.csv", "id,styleId,url,thumbnail_url", "IFNN"),
  SKUS("skus.csv", "id,styleId,size,quantity", "IFTQ"),
  RELATED("related.csv", "id,current_product_id,related_product_id", "IFR");

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

  private final String fileName;
  private final String header;
  private final String kinds;

  CatalogFile(String fileName, String header, String kinds) {
    this.fileName = fileName;
    this.header = header;
    this.kinds = kinds;
  }

  String fileName() {
    return fileName;
  }

  String header() {
    return header;
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
