package jigsaw.server.endpoints;

import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.Outcome;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;
import jigsaw.server.store.CatalogKey;

/// `GET /products`: a page of products by its number, or behind an id (`after`), or the products
/// with the given `ids` ([IdsEndpoint]).
record ListEndpoint(AnswerCache answers, Refusals refusals, IdsEndpoint byIds) implements Endpoint {
  static final int MAX_COUNT = 10_000;

  private static final int DEFAULT_COUNT = 5;

  @Override
  public Outcome serve(Request request) {
    long page = request.queryNumber("page");
    long count = request.queryNumber("count");
    long after = request.queryNumber("after");
    var ids = request.queryText("ids");
    if (ids.isPresent()) {
      boolean alone = page == Request.ABSENT && count == Request.ABSENT && after == Request.ABSENT;
      return alone ? byIds.serve(ids.get()) : refusals.idsAlone();
    }
    if (count != Request.ABSENT && (count < 1 || count > MAX_COUNT)) {
      return refusals.count();
    }
    int length = count == Request.ABSENT ? DEFAULT_COUNT : (int) count;
    if (after == Request.ABSENT) {
      return page(page == Request.ABSENT ? 1 : page, length);
    }
    return page == Request.ABSENT ? behind(after, length) : refusals.afterAndPage();
  }

  private Outcome page(long page, int count) {
    return page < 1 ? refusals.page() : answers.findPage(page, count);
  }

  private Outcome behind(long after, int count) {
    if (after < 0) {
      return refusals.after();
    }
    return answers.find(CatalogKey.listAfter((int) Math.min(after, Integer.MAX_VALUE), count));
  }
}
