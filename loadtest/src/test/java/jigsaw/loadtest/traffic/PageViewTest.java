package jigsaw.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jigsaw.loadtest.plan.Traffic;
import org.junit.jupiter.api.Test;

final class PageViewTest {
  private static final int VIEWS = 20_000;

  private final SplittableRandom random = new SplittableRandom(7);
  private final Map<Endpoint, Integer> counts = new EnumMap<>(Endpoint.class);
  private int requests;
  private int repeated;
  private int longest;

  @Test
  void asksInTheRecordedShares() {
    int[] ids = IntStream.rangeClosed(1, 100_000).toArray();
    VisitSource source = new VisitSource(Traffic.MIX, CatalogueIds.of(ids), 3);
    for (int i = 0; i < VIEWS; i++) {
      count(source.next());
    }
    assertThat(share(Endpoint.PRODUCT)).isCloseTo(50, within(1.5));
    assertThat(share(Endpoint.STYLES)).isCloseTo(39, within(1.5));
    assertThat(share(Endpoint.RELATED)).isCloseTo(9, within(1.0));
    assertThat(share(Endpoint.LIST)).isCloseTo(2, within(0.5));
    assertThat(100.0 * repeated / requests).isCloseTo(27, within(1.5));
    assertThat(requests / (double) VIEWS).isCloseTo(Traffic.MIX.requestsPerVisit(), within(0.4));
    assertThat(longest).isLessThanOrEqualTo(Visit.MOST_REQUESTS);
  }

  @Test
  void asksProductStylesAndRelatedAtOnce() {
    List<Request> first = new PageView(5, 1, random).first();
    assertThat(first.subList(0, 3))
        .extracting(Request::path)
        .containsExactly("/products/5", "/products/5/styles", "/products/5/related");
  }

  @Test
  void sameSeedSameVisits() {
    CatalogueIds ids = CatalogueIds.of(IntStream.rangeClosed(1, 1000).toArray());
    VisitSource one = new VisitSource(Traffic.PRODUCT, ids, 9);
    VisitSource other = new VisitSource(Traffic.PRODUCT, ids, 9);
    for (int i = 0; i < 100; i++) {
      assertThat(one.next().first()).isEqualTo(other.next().first());
    }
  }

  private void count(Visit visit) {
    List<Request> all = new ArrayList<>(visit.first());
    byte[] related = related().getBytes(StandardCharsets.UTF_8);
    for (Request request : visit.first()) {
      all.addAll(visit.after(request, related, related.length));
    }
    HashSet<String> paths = new HashSet<>();
    for (Request request : all) {
      counts.merge(request.endpoint(), 1, Integer::sum);
      repeated += paths.add(request.path()) ? 0 : 1;
    }
    requests += all.size();
    longest = Math.max(longest, all.size());
  }

  /// As in the full set: 0 to 10 related products, 4.5 on average.
  private String related() {
    int count = 0;
    for (int i = 0; i < 10; i++) {
      count += random.nextDouble() < 0.45 ? 1 : 0;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> Integer.toString(1 + random.nextInt(100_000)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private double share(Endpoint endpoint) {
    return 100.0 * counts.getOrDefault(endpoint, 0) / requests;
  }
}
