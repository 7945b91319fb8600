package jigsaw.verify.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everything that shops ask for, in random order: half of it products of which many are asked for
/// again and again, much of the rest seldom asked for twice.
final class SoakMix implements Source {
  private static final int LISTED = 20;
  private static final int TOGETHER = 8;
  private static final int ROUND = 20;

  private final Random random = new Random(1);
  private final int products;
  private final int port;

  /// @param port what is asked
  SoakMix(int products, int port) {
    this.products = products;
    this.port = port;
  }

  /// Every target there is but those of products that do not exist.
  static List<String> targets(int products) {
    List<String> all = new ArrayList<>();
    for (int id = 1; id <= products; id++) {
      all.addAll(List.of(product(id), product(id) + "/styles", product(id) + "/related"));
    }
    for (int id = 1; id <= Scene.HOT_IDS; id++) {
      all.add(product(id) + "/page");
    }
    for (int page = 1; page <= pages(products); page++) {
      all.addAll(List.of(list(page), together(page)));
    }
    return all;
  }

  @Override
  public Shot shot(int number, long dueNanos) {
    int id = 1 + random.nextInt(products);
    int hot = 1 + random.nextInt(Scene.HOT_IDS);
    return switch (number % ROUND) {
      case 0, 1, 2, 3, 4, 5 -> hot(product(hot), dueNanos);
      case 6, 7, 8, 9 -> cold(product(id), dueNanos);
      case 10, 11, 12, 13, 14 -> cold(product(id) + "/styles", dueNanos);
      case 15, 16 -> cold(product(id) + "/related", dueNanos);
      case 17 -> cold(product(hot) + "/page", dueNanos);
      case 18 -> {
        int page = 1 + random.nextInt(pages(products));
        yield cold(number / ROUND % 2 == 0 ? list(page) : together(page), dueNanos);
      }
      default -> new Shot(Kind.UNKNOWN, port, product(products + id), dueNanos);
    };
  }

  private Shot hot(String target, long dueNanos) {
    return new Shot(Kind.HOT, port, target, dueNanos);
  }

  private Shot cold(String target, long dueNanos) {
    return new Shot(Kind.COLD, port, target, dueNanos);
  }

  /// So many that all are full, and all ids of [#together] exist.
  private static int pages(int products) {
    return products / LISTED - TOGETHER;
  }

  private static String product(int id) {
    return "/products/" + id;
  }

  private static String list(int page) {
    return "/products?count=%d&page=%d".formatted(LISTED, page);
  }

  /// Products that do not stand side by side.
  private static String together(int first) {
    return IntStream.range(0, TOGETHER)
        .mapToObj(step -> Integer.toString(first + step * LISTED))
        .collect(Collectors.joining(",", "/products?ids=", ""));
  }
}
