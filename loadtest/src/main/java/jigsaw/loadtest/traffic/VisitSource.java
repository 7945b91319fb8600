package jigsaw.loadtest.traffic;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import jigsaw.loadtest.plan.Traffic;

/// Makes visits to random products: the same ones in the same order for the same seed.
public final class VisitSource {
  private final Traffic traffic;
  private final CatalogueIds ids;
  private final RandomGenerator random;

  public VisitSource(Traffic traffic, CatalogueIds ids, long seed) {
    this.traffic = traffic;
    this.ids = ids;
    this.random = new SplittableRandom(seed);
  }

  /// Called by the one event loop that owns this source.
  public Visit next() {
    int id = ids.random(random);
    int page = 1 + random.nextInt(Endpoint.pages(ids.size()));
    return switch (traffic) {
      case PRODUCT -> new SingleRequest(Endpoint.PRODUCT.request(id));
      case STYLES -> new SingleRequest(Endpoint.STYLES.request(id));
      case RELATED -> new SingleRequest(Endpoint.RELATED.request(id));
      case LIST -> new SingleRequest(Endpoint.LIST.request(page));
      case MIX -> new PageView(id, page, random);
    };
  }
}
