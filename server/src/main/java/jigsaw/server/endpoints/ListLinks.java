package jigsaw.server.endpoints;

/// Values of the Link field for lists (RFC 8288): where the first, previous, next and last page is.
final class ListLinks {
  private ListLinks() {}

  /// For page number `page` of a list of `total`. A page beyond the end has the last one before it.
  static String numbered(int page, int count, long total) {
    long last = Math.max(1, (total + count - 1) / count);
    StringBuilder links = new StringBuilder(numbered(1, count, "first"));
    if (page > 1) {
      links.append(", ").append(numbered(Math.min(page - 1, last), count, "prev"));
    }
    if (page < last) {
      links.append(", ").append(numbered(page + 1L, count, "next"));
    }
    return links.append(", ").append(numbered(last, count, "last")).toString();
  }

  /// For a page that begins behind an id; `nextAfter` is 0 if nothing follows. There is no way back
  /// in such a list, and its last page is not known.
  static String keyset(int count, int nextAfter) {
    String first = behind(0, count, "first");
    return nextAfter == 0 ? first : first + ", " + behind(nextAfter, count, "next");
  }

  /// For a list that has one page.
  static String single(String target) {
    return link(target, "first") + ", " + link(target, "last");
  }

  private static String numbered(long page, int count, String relation) {
    return link("/products?page=" + page + "&count=" + count, relation);
  }

  private static String behind(int id, int count, String relation) {
    return link("/products?after=" + id + "&count=" + count, relation);
  }

  private static String link(String target, String relation) {
    return "<" + target + ">; rel=\"" + relation + "\"";
  }
}
