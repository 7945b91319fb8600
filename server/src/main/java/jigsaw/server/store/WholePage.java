package jigsaw.server.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import jigsaw.catalog.GzipJoiner;
import jigsaw.server.store.Lookup.Found;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One product page being put together from stored documents: the product with its styles, and the
/// same of each related product, once, in the order of their relation, without the product itself.
final class WholePage {
  private static final Logger LOG = LoggerFactory.getLogger(WholePage.class);

  private final int product;
  private final List<Card> related = new ArrayList<>();
  private @Nullable Card own;

  WholePage(int product) {
    this.product = product;
  }

  /// `relation` is the id of the relation that leads to `card`, 0 if that is the product itself.
  void add(long relation, int cardProduct, byte[] productDocument, byte[] stylesDocument) {
    Card card = new Card(relation, cardProduct, productDocument, stylesDocument);
    if (relation == 0) {
      own = card;
    } else if (cardProduct != product) {
      related.add(card);
    }
  }

  /// The page as a gzip document; absent if there is no such product.
  Lookup toLookup() {
    if (own == null) {
      return Lookup.ABSENT;
    }
    try {
      return new Found(document(own));
    } catch (DataFormatException e) {
      LOG.error("The page of product {} cannot be put together", product, e);
      return new Lookup.Unavailable(Refusal.FAILED);
    }
  }

  private byte[] document(Card first) throws DataFormatException {
    related.sort(Comparator.comparingLong(card -> card.relation));
    Set<Integer> shown = new HashSet<>();
    GzipJoiner page = new GzipJoiner(expectedBytes(first));
    append(first, page);
    page.json(",\"related\":[");
    for (Card card : related) {
      if (shown.add(card.product)) {
        page.json(shown.size() == 1 ? "" : ",");
        append(card, page);
        page.json("}");
      }
    }
    return page.json("]}").toDocument();
  }

  /// Leaves the object open.
  private static void append(Card card, GzipJoiner page) throws DataFormatException {
    page.json("{\"product\":")
        .document(card.productDocument)
        .json(",\"styles\":")
        .document(card.stylesDocument);
  }

  private int expectedBytes(Card first) {
    return 2 * first.bytes() + related.stream().mapToInt(Card::bytes).sum();
  }

  /// A product's two documents.
  private static final class Card {
    private static final int JSON_AROUND_BYTES = 64;

    private final long relation;
    private final int product;
    private final byte[] productDocument;
    private final byte[] stylesDocument;

    Card(long relation, int product, byte[] productDocument, byte[] stylesDocument) {
      this.relation = relation;
      this.product = product;
      this.productDocument = productDocument;
      this.stylesDocument = stylesDocument;
    }

    int bytes() {
      return productDocument.length + stylesDocument.length + JSON_AROUND_BYTES;
    }
  }
}
