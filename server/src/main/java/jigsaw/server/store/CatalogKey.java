package jigsaw.server.store;

/// Names one thing that can be asked of the catalogue, as a `long`, so that a cache can be asked
/// without making an object.
///
/// Layout: bits 0 to 31 the subject (a product id, or the number of a page), bits 32 to 47 the
/// length of a page, from bit 48 the kind.
public final class CatalogKey {
  private static final int COUNT_SHIFT = 32;
  private static final int KIND_SHIFT = 48;
  private static final Kind[] KINDS = Kind.values();

  private CatalogKey() {}

  /// What a key asks for.
  public enum Kind {
    /// One product with its features.
    PRODUCT,
    /// The styles of one product.
    STYLES,
    /// The ids of related products.
    RELATED,
    /// Everything one product page needs.
    WHOLE_PAGE,
    /// A page of products by its number.
    LIST_PAGE,
    /// A page of products that begins behind an id.
    LIST_AFTER;

    /// Whether the answer is bytes that depend on the key and the generation alone.
    public boolean isDocument() {
      return this != LIST_PAGE && this != LIST_AFTER;
    }
  }

  public static long product(int id) {
    return key(Kind.PRODUCT, id, 0);
  }

  public static long styles(int id) {
    return key(Kind.STYLES, id, 0);
  }

  public static long related(int id) {
    return key(Kind.RELATED, id, 0);
  }

  public static long wholePage(int id) {
    return key(Kind.WHOLE_PAGE, id, 0);
  }

  /// `count` products of page number `page`, both from 1.
  public static long listPage(int page, int count) {
    return key(Kind.LIST_PAGE, page, count);
  }

  /// `count` products with ids above `after`.
  public static long listAfter(int after, int count) {
    return key(Kind.LIST_AFTER, after, count);
  }

  public static Kind kind(long key) {
    return KINDS[(int) (key >>> KIND_SHIFT)];
  }

  /// The product id, the page number or the id that a list begins behind.
  public static int subject(long key) {
    return (int) key;
  }

  public static int count(long key) {
    return (int) (key >>> COUNT_SHIFT) & 0xffff;
  }

  // Keys live in one process: the order of the kinds is never written anywhere.
  @SuppressWarnings("EnumOrdinal")
  private static long key(Kind kind, int subject, int count) {
    return (long) kind.ordinal() << KIND_SHIFT | (long) count << COUNT_SHIFT | subject;
  }
}
