package jigsaw.etl.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import jigsaw.etl.generate.ProductDraft.FeatureDraft;
import jigsaw.etl.generate.ProductDraft.StyleDraft;

/// Invents products one after the other: the first few are written by hand, the others are random.
/// The numbers of children have the shares of the real set.
final class Products {
  private final int count;
  private final List<ProductDraft> handWritten;
  private final RandomGenerator random;
  private final Prose prose;
  private final Deck categories;
  private final Deck features;
  private final Deck styles;
  private final Deck photos;
  private final Deck soldBySize;
  private final Deck related;

  /// @param count how many products there will be; related ids stay within it
  Products(int count, RandomGenerator random) {
    this.count = count;
    this.random = random;
    this.handWritten = HandWritten.products();
    this.prose = new Prose(random);
    this.categories = new Deck(random, repeat(1, Vocabulary.CATEGORIES.size()));
    this.features = new Deck(random, 100, 230, 250, 230, 151, 39);
    this.styles = new Deck(random, 180, 256, 264, 150, 80, 40, 15, 8, 5, 2);
    this.photos = new Deck(random, 47, 183, 210, 215, 175, 100, 50, 20);
    this.soldBySize = new Deck(random, 110, 890);
    this.related = new Deck(random, 32, 98, 110, 130, 140, 140, 120, 100, 70, 40, 20);
  }

  /// The product with this id; called once for each id, in ascending order.
  ProductDraft product(int id) {
    if (id <= handWritten.size()) {
      return withinCount(handWritten.get(id - 1));
    }
    int category = categories.draw();
    String kind = Vocabulary.CATEGORIES.get(category);
    long price = 5 + random.nextLong(995);
    return new ProductDraft(
        name(kind),
        prose.sentences(1),
        prose.sentences(2 + random.nextInt(4)),
        kind,
        price,
        features(),
        styles(price, category >= Vocabulary.SHOES_FROM),
        related(id));
  }

  private ProductDraft withinCount(ProductDraft draft) {
    return new ProductDraft(
        draft.name(),
        draft.slogan(),
        draft.description(),
        draft.category(),
        draft.price(),
        draft.features(),
        draft.styles(),
        draft.related().stream().filter(id -> id <= count).toList());
  }

  private String name(String kind) {
    String number = random.nextInt(5) == 0 ? " " + 50 * (1 + random.nextInt(40)) : "";
    return pick(Vocabulary.FIRST_NAMES) + number + " " + kind;
  }

  private List<FeatureDraft> features() {
    List<FeatureDraft> drafts = new ArrayList<>();
    for (int left = features.draw(); left > 0; left--) {
      Vocabulary.Property property = pick(Vocabulary.PROPERTIES);
      drafts.add(
          new FeatureDraft(
              property.name(),
              property.values().isEmpty()
                  ? Optional.empty()
                  : Optional.of(pick(property.values()))));
    }
    return drafts;
  }

  private List<StyleDraft> styles(long productPrice, boolean shoes) {
    int number = styles.draw();
    // Mostly the first is the default one; a few products have none, a few have several.
    int oddity = random.nextInt(20);
    List<StyleDraft> drafts = new ArrayList<>(number);
    for (int style = 0; style < number; style++) {
      boolean isDefault = oddity != 0 && (style == 0 || (oddity == 1 && style == 1));
      drafts.add(style(stylePrice(productPrice), isDefault, shoes));
    }
    return drafts;
  }

  private StyleDraft style(long price, boolean isDefault, boolean shoes) {
    OptionalLong salePrice =
        random.nextInt(12) == 0
            ? OptionalLong.of(1 + random.nextLong(price))
            : OptionalLong.empty();
    List<String> sizes = shoes ? Vocabulary.SHOE_SIZES : Vocabulary.CLOTHES_SIZES;
    return new StyleDraft(
        pick(Vocabulary.COLOURS),
        salePrice,
        price,
        isDefault,
        photos.draw(),
        soldBySize.draw() == 1 ? sizes : List.of());
  }

  private long stylePrice(long productPrice) {
    return random.nextInt(20) == 0 ? 5 + random.nextLong(995) : productPrice;
  }

  /// Now and then a product is related to itself, or twice to the same one.
  private List<Integer> related(int id) {
    int number = related.draw();
    List<Integer> ids = new ArrayList<>(number);
    for (int at = 0; at < number; at++) {
      int oddity = random.nextInt(50);
      if (oddity == 0) {
        ids.add(id);
      } else if (oddity == 1 && at > 0) {
        ids.add(ids.getLast());
      } else {
        ids.add(1 + random.nextInt(count));
      }
    }
    return ids;
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static int[] repeat(int value, int times) {
    int[] values = new int[times];
    Arrays.fill(values, value);
    return values;
  }
}
