package jigsaw.server.endpoints;

import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.Outcome;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;
import jigsaw.server.store.CatalogKey;

/// `GET /products/{id}/related`: the ids of related products.
record RelatedEndpoint(AnswerCache answers, Refusals refusals) implements Endpoint {
  @Override
  public Outcome serve(Request request) {
    return ProductIds.find(request, CatalogKey::related, answers, refusals);
  }
}
