package jigsaw.catalog;

/// The names of the tables of one generation. A generation is one complete load of the catalogue,
/// rows and documents; it has tables of its own, so that no statement can mix two loads.
public record GenerationTables(int generation) {
  public GenerationTables {
    if (generation < 1) {
      throw new IllegalArgumentException("generation: " + generation + ", expected 1 or more");
    }
  }

  public String product() {
    return name("product");
  }

  public String feature() {
    return name("feature");
  }

  public String style() {
    return name("style");
  }

  public String photo() {
    return name("photo");
  }

  public String sku() {
    return name("sku");
  }

  public String related() {
    return name("related");
  }

  public String productDocument() {
    return name("product_document");
  }

  public String stylesDocument() {
    return name("styles_document");
  }

  /// The table of this generation for one of the names in `generation.sql`, such as `product_g7`.
  public String name(String table) {
    return table + "_g" + generation;
  }
}
