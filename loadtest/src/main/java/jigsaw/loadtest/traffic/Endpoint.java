package jigsaw.loadtest.traffic;

import java.util.Locale;

/// The four endpoints of the product API that a request can go to.
public enum Endpoint {
  PRODUCT(""),
  STYLES("/styles"),
  RELATED("/related"),
  LIST("");

  private static final int LIST_COUNT = 5;

  private final String suffix;

  Endpoint(String suffix) {
    this.suffix = suffix;
  }

  /// The request for one product, or one page.
  ///
  /// @param id the product's id, for [#LIST] the page
  public Request request(int id) {
    return this == LIST
        ? new Request(this, id, "/products?page=" + id + "&count=" + LIST_COUNT)
        : new Request(this, id, "/products/" + id + suffix);
  }

  /// How many pages a catalogue of this many products has in the lists that visits ask for.
  static int pages(int products) {
    return Math.max(1, products / LIST_COUNT);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
