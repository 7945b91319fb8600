package jigsaw.server.endpoints;

import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.Outcome;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;
import jigsaw.server.store.CatalogKey;

/// `GET /products/{id}/page`: everything one product page needs ([jigsaw.server.store.WholePage]).
record PageEndpoint(AnswerCache answers, Refusals refusals) implements Endpoint {
  @Override
  public Outcome serve(Request request) {
    return ProductIds.find(request, CatalogKey::wholePage, answers, refusals);
  }
}
