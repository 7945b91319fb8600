package jigsaw.server.endpoints;

import java.util.function.IntFunction;
import jigsaw.server.content.Outcome;
import jigsaw.server.http.Request;

/// Reads the product id in a path.
final class ProductIds {
  private ProductIds() {}

  /// What `known` says to the id, or the refusal of what cannot be one. Ids are 32-bit numbers: a
  /// larger one is well-formed, but no product has it.
  static Outcome with(Request request, Refusals refusals, IntFunction<Outcome> known) {
    long id = request.pathNumber();
    if (id < 1) {
      return refusals.productId();
    }
    return id > Integer.MAX_VALUE ? refusals.unknownProduct() : known.apply((int) id);
  }
}
