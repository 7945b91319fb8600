package jigsaw.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.ChangeStamps;
import jigsaw.server.store.Generation;
import jigsaw.server.store.LiveCatalogue;
import jigsaw.server.store.Lookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the cache does with answers that a change of prices or stock has made old.
class ChangedAnswersTest {
  private static final int PRODUCT = 7;
  private static final long KEY = CatalogKey.styles(PRODUCT);
  private static final Duration TTL = Duration.ofMinutes(1);

  private final AnswerEncoder encoder =
      new AnswerEncoder(new ConstantFields("public, max-age=60", "*", 600));
  private final HeldStore store = new HeldStore();
  private final AtomicLong clock = new AtomicLong();
  private final ChangeStamps stamps = new ChangeStamps();
  private final AnswerCache cache =
      new AnswerCache(
          new AnswerCache.Sources(
              store, SharedCache.NONE, new PlainMaker(), encoder, new CacheCounters()),
          new CacheSettings(1 << 20, TTL, TTL, Duration.ofMinutes(10), Duration.ofSeconds(5), 100),
          clock::get);

  @BeforeEach
  void goLive() {
    cache.goLive(new LiveCatalogue(new Generation(1, "one", 10), stamps));
  }

  @Test
  void asksAgainForStylesThatHaveChanged() {
    fetch(KEY, "old");
    change(PRODUCT, 1);
    Outcome outcome = cache.find(KEY);
    assertThat(outcome).isInstanceOf(Pending.class);
    store.answer("new");
    assertThat(body(outcome)).isEqualTo("new");
    assertThat(body(cache.find(KEY))).isEqualTo("new");
  }

  @Test
  void servesNothingStaleAfterAChangeWhileANewAnswerIsFetched() {
    fetch(KEY, "old");
    clock.addAndGet(TTL.plusSeconds(10).toNanos());
    assertThat(body(cache.find(KEY))).isEqualTo("old");
    change(PRODUCT, 1);
    assertThat(body(cache.find(KEY))).isEmpty();
  }

  @Test
  void keepsWhatAChangeDoesNotTouch() {
    fetch(CatalogKey.styles(8), "other product");
    fetch(CatalogKey.product(PRODUCT), "product");
    fetch(CatalogKey.related(PRODUCT), "related");
    change(PRODUCT, 1);
    assertThat(body(cache.find(CatalogKey.styles(8)))).isEqualTo("other product");
    assertThat(body(cache.find(CatalogKey.product(PRODUCT)))).isEqualTo("product");
    assertThat(body(cache.find(CatalogKey.related(PRODUCT)))).isEqualTo("related");
  }

  @Test
  void letsNobodyJoinAFetchThatBeganBeforeAChange() {
    Outcome before = cache.find(KEY);
    change(PRODUCT, 1);
    Outcome after = cache.find(KEY);
    assertThat(store.asked).hasSize(2);
    store.answerOldest("old");
    assertThat(body(before)).isEqualTo("old");
    assertThat(body(after)).isEmpty();
    store.answerOldest("new");
    assertThat(body(after)).isEqualTo("new");
    assertThat(body(cache.find(KEY))).isEqualTo("new");
  }

  @Test
  void keepsTheNewAnswerWhenAnOverriddenFetchEndsLast() {
    Outcome before = cache.find(KEY);
    change(PRODUCT, 1);
    Outcome after = cache.find(KEY);
    // The answers come in the other order.
    Consumer<Lookup> slow = store.takeOldest();
    store.answerOldest("new");
    slow.accept(new Lookup.Found("old".getBytes(StandardCharsets.UTF_8)));
    assertThat(body(before)).isEqualTo("old");
    assertThat(body(after)).isEqualTo("new");
    assertThat(body(cache.find(KEY))).isEqualTo("new");
  }

  @Test
  void servesTheAnswerBeforeAChangeWhenTheNewOneCannotBeFetched() {
    fetch(KEY, "old");
    change(PRODUCT, 1);
    Outcome outcome = cache.find(KEY);
    store.fail();
    assertThat(body(outcome)).isEqualTo("old");
  }

  @Test
  void asksAgainForAPageAfterAnyChange() {
    long page = CatalogKey.wholePage(PRODUCT);
    fetch(page, "old");
    change(PRODUCT + 1, 1);
    fetch(page, "new");
    assertThat(body(cache.find(page))).isEqualTo("new");
  }

  @Test
  void keepsNoPageAsFreshThatIsServedBecauseItsFetchFails() {
    long page = CatalogKey.wholePage(PRODUCT);
    fetch(page, "old");
    change(PRODUCT, 1);
    Outcome during = cache.find(page);
    store.fail();
    assertThat(body(during)).isEqualTo("old");
    fetch(page, "new");
  }

  @Test
  void countsProductsOfOneSlotAsChangedTogether() {
    assertThat(stamps.of(CatalogKey.styles(3))).isZero();
    change(3 + 16_384, 5);
    assertThat(stamps.of(CatalogKey.styles(3))).isEqualTo(5);
    assertThat(stamps.of(CatalogKey.styles(4))).isZero();
    assertThat(stamps.of(CatalogKey.wholePage(4))).isEqualTo(5);
    assertThat(stamps.of(CatalogKey.listPage(3, 5))).isZero();
  }

  private void change(int product, long number) {
    stamps.changed(product, number);
    stamps.sawAll(number);
  }

  private void fetch(long key, String body) {
    Outcome outcome = cache.find(key);
    store.answer(body);
    assertThat(body(outcome)).isEqualTo(body);
  }

  /// Empty for what is still under way.
  private static String body(Outcome outcome) {
    List<Answer> answers = new ArrayList<>();
    switch (outcome) {
      case Answer answer -> answers.add(answer);
      case Pending pending -> pending.whenComplete(answers::add);
    }
    return answers.isEmpty()
        ? ""
        : new String(answers.getFirst().representation(false).body(), StandardCharsets.UTF_8);
  }

  private final class PlainMaker implements AnswerMaker {
    @Override
    public Answer render(Generation generation, long key, Lookup.Found found) {
      return encoder.json(found.body());
    }
  }
}
