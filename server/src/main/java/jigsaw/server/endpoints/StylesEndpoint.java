package jigsaw.server.endpoints;

import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.Outcome;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;
import jigsaw.server.store.CatalogKey;

/// `GET /products/{id}/styles`: the styles of a product with photos and skus.
record StylesEndpoint(AnswerCache answers, Refusals refusals) implements Endpoint {
  @Override
  public Outcome serve(Request request) {
    return ProductIds.find(request, CatalogKey::styles, answers, refusals);
  }
}
