package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import jigsaw.server.store.CatalogKey.Kind;
import org.junit.jupiter.api.Test;

class CatalogKeyTest {
  @Test
  void givesBackWhatItWasMadeOf() {
    long key = CatalogKey.listPage(Integer.MAX_VALUE, 10_000);
    assertThat(CatalogKey.kind(key)).isEqualTo(Kind.LIST_PAGE);
    assertThat(CatalogKey.subject(key)).isEqualTo(Integer.MAX_VALUE);
    assertThat(CatalogKey.count(key)).isEqualTo(10_000);
  }

  @Test
  void tellsKindsApart() {
    assertThat(CatalogKey.kind(CatalogKey.product(1))).isEqualTo(Kind.PRODUCT);
    assertThat(CatalogKey.kind(CatalogKey.styles(1))).isEqualTo(Kind.STYLES);
    assertThat(CatalogKey.kind(CatalogKey.related(1))).isEqualTo(Kind.RELATED);
    assertThat(CatalogKey.kind(CatalogKey.wholePage(1))).isEqualTo(Kind.WHOLE_PAGE);
    assertThat(CatalogKey.kind(CatalogKey.listAfter(1, 1))).isEqualTo(Kind.LIST_AFTER);
  }
}
