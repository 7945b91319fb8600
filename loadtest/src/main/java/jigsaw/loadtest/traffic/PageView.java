package jigsaw.loadtest.traffic;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A product page as five real front ends ask for it.
///
/// Product, styles and related are asked at once. When related is answered, a burst follows:
/// product and styles for each of the first related products. Front ends ask again for what they
/// already have (one component does not know of the other), some cards want the product twice and
/// no styles, and some views begin with a list. The three shares below are chosen so that over many
/// views 50 % of the requests are for products, 39 % for styles, 9 % for related and 2 % for lists,
/// and 27 % repeat a URL of the same view; the test of this class holds that.
final class PageView implements Visit {
  private static final int MOST_CARDS = 5;
  private static final double REPEATED_CARDS = 0.33;
  private static final double CARDS_WITHOUT_STYLES = 0.16;
  private static final double VIEWS_WITH_LIST = 0.22;

  private final int id;
  private final int listPage;
  private final RandomGenerator random;

  PageView(int id, int listPage, RandomGenerator random) {
    this.id = id;
    this.listPage = listPage;
    this.random = random;
  }

  @Override
  public List<Request> first() {
    List<Request> requests = new ArrayList<>(4);
    requests.add(Endpoint.PRODUCT.request(id));
    requests.add(Endpoint.STYLES.request(id));
    requests.add(Endpoint.RELATED.request(id));
    if (random.nextDouble() < VIEWS_WITH_LIST) {
      requests.add(Endpoint.LIST.request(listPage));
    }
    return requests;
  }

  @Override
  public List<Request> after(Request request, byte[] body, int length) {
    if (request.endpoint() != Endpoint.RELATED) {
      return List.of();
    }
    List<Integer> seen = new ArrayList<>();
    seen.add(id);
    List<Request> burst = new ArrayList<>(2 * MOST_CARDS);
    for (int related : JsonNumbers.read(body, length, MOST_CARDS)) {
      boolean repeated = random.nextDouble() < REPEATED_CARDS;
      int card = repeated ? seen.get(random.nextInt(seen.size())) : related;
      seen.add(card);
      boolean twice = random.nextDouble() < CARDS_WITHOUT_STYLES;
      burst.add(Endpoint.PRODUCT.request(card));
      burst.add((twice ? Endpoint.PRODUCT : Endpoint.STYLES).request(card));
    }
    return burst;
  }
}
