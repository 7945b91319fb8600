package jigsaw.server.endpoints;

import java.util.function.IntToLongFunction;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.Outcome;
import jigsaw.server.http.Request;

/// Reads the product id in a path.
final class ProductIds {
  private ProductIds() {}

  /// What is kept under the key that `key` makes of the id, or the refusal of what cannot be one.
  /// Ids are 32-bit numbers: a larger one is well-formed, but no product has it.
  static Outcome find(
      Request request, IntToLongFunction key, AnswerCache answers, Refusals refusals) {
    long id = request.pathNumber();
    if (id < 1) {
      return refusals.productId();
    }
    return id > Integer.MAX_VALUE
        ? refusals.unknownProduct()
        : answers.find(key.applyAsLong((int) id));
  }
}
