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
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
  private static final long KEY = CatalogKey.product(7);
  private static final CacheSettings SETTINGS =
      new CacheSettings(
          1 << 20,
          Duration.ofMinutes(1),
          Duration.ofSeconds(10),
          Duration.ofMinutes(10),
          Duration.ofSeconds(5),
          100);

  private final AnswerEncoder encoder =
      new AnswerEncoder(new ConstantFields("public, max-age=60", "*", 600));
  private final AtomicLong clock = new AtomicLong();
  private final HeldStore store = new HeldStore();
  private final CacheCounters counters = new CacheCounters();
  private final AnswerCache cache =
      new AnswerCache(
          new AnswerCache.Sources(store, SharedCache.NONE, new PlainMaker(), encoder, counters),
          SETTINGS,
          clock::get);

  @BeforeEach
  void goLive() {
    cache.goLive(new Generation(1, "one", 10));
  }

  @Test
  void answersUnavailableBeforeTheFirstGeneration() {
    AnswerCache empty =
        new AnswerCache(
            new AnswerCache.Sources(store, SharedCache.NONE, new PlainMaker(), encoder, counters),
            SETTINGS,
            clock::get);
    assertThat(status(empty.find(KEY))).isEqualTo(503);
    assertThat(store.asked).isEmpty();
  }

  @Test
  void fetchesOnceForAllWhoAskAtTheSameTime() {
    List<Integer> statuses = new ArrayList<>();
    for (int asker = 0; asker < 1_000; asker++) {
      assertThat(cache.find(KEY)).isInstanceOf(Pending.class);
      ((Pending) cache.find(KEY)).whenComplete(answer -> statuses.add(answer.status()));
    }
    store.answer("{}");
    assertThat(statuses).hasSize(1_000).containsOnly(200);
    assertThat(store.asked).hasSize(1);
    assertThat(cache.find(KEY)).isInstanceOf(Answer.class);
  }

  @Test
  void servesStaleDuringOneFetchAndThenTheNewAnswer() {
    fetch("{\"v\":1}");
    clock.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(body(cache.find(KEY))).isEqualTo("{\"v\":1}");
    assertThat(body(cache.find(KEY))).isEqualTo("{\"v\":1}");
    assertThat(store.asked).hasSize(2);
    store.answer("{\"v\":2}");
    assertThat(body(cache.find(KEY))).isEqualTo("{\"v\":2}");
  }

  @Test
  void tellsTheAgeOfWhatIsStale() {
    fetch("{}");
    assertThat(head(cache.find(KEY))).doesNotContain("Age:");
    clock.addAndGet(Duration.ofSeconds(61).toNanos());
    assertThat(head(cache.find(KEY))).startsWith("Age: 61\r\n").endsWith("\r\n\r\n");
    assertThat(body(cache.find(KEY))).isEqualTo("{}");
    store.answer("{}");
    assertThat(head(cache.find(KEY))).doesNotContain("Age:");
  }

  @Test
  void tellsTheAgeWhileFetchingFails() {
    fetch("{}");
    clock.addAndGet(Duration.ofMinutes(5).toNanos());
    Outcome outcome = cache.find(KEY);
    store.fail();
    assertThat(head(outcome)).startsWith("Age: 300\r\n");
    assertThat(head(cache.find(KEY))).startsWith("Age: 300\r\n");
    clock.addAndGet(Duration.ofSeconds(2).toNanos());
    Outcome again = cache.find(KEY);
    store.fail();
    assertThat(head(again)).startsWith("Age: 302\r\n").doesNotContain("300");
  }

  @Test
  void waitsForTheFetchOfWhatIsTooOld() {
    fetch("{\"v\":1}");
    clock.addAndGet(Duration.ofSeconds(80).toNanos());
    Outcome outcome = cache.find(KEY);
    assertThat(outcome).isInstanceOf(Pending.class);
    store.answer("{\"v\":2}");
    assertThat(body(outcome)).isEqualTo("{\"v\":2}");
  }

  @Test
  void servesWhatIsTooOldWhenFetchingFails() {
    fetch("{\"v\":1}");
    clock.addAndGet(Duration.ofMinutes(5).toNanos());
    Outcome outcome = cache.find(KEY);
    store.fail();
    assertThat(body(outcome)).isEqualTo("{\"v\":1}");
    // The next ones do not try again at once.
    assertThat(body(cache.find(KEY))).isEqualTo("{\"v\":1}");
    assertThat(store.asked).hasSize(2);
    assertThat(counters.staleOnError()).isEqualTo(1);
  }

  @Test
  void refusesWhenFetchingFailsAndNothingIsLeftToServe() {
    fetch("{\"v\":1}");
    clock.addAndGet(Duration.ofSeconds(700).toNanos());
    Outcome outcome = cache.find(KEY);
    store.fail();
    assertThat(status(outcome)).isEqualTo(503);
  }

  @Test
  void remembersUnknownIdsForAWhile() {
    Outcome outcome = cache.find(KEY);
    store.answer(Lookup.ABSENT);
    assertThat(status(outcome)).isEqualTo(404);
    assertThat(status(cache.find(KEY))).isEqualTo(404);
    assertThat(store.asked).hasSize(1);
    clock.addAndGet(Duration.ofSeconds(6).toNanos());
    assertThat(cache.find(KEY)).isInstanceOf(Pending.class);
    assertThat(store.asked).hasSize(2);
  }

  @Test
  void keepsNothingOfAnOldGenerationAndStillAnswersThoseWhoWaitForIt() {
    Outcome old = cache.find(KEY);
    cache.goLive(new Generation(2, "two", 10));
    Outcome young = cache.find(KEY);
    assertThat(store.asked).hasSize(2);
    store.answer("{}");
    assertThat(status(old)).isEqualTo(200);
    assertThat(status(young)).isEqualTo(200);
    cache.goLive(new Generation(3, "three", 10));
    assertThat(cache.find(KEY)).isInstanceOf(Pending.class);
  }

  @Test
  void servesWhatIsTooLargeWithoutKeepingIt() {
    fetch("[" + "1,".repeat(100_000) + "1]");
    assertThat(cache.find(KEY)).isInstanceOf(Pending.class);
  }

  @Test
  void asksForManyKeysAtOnceAndReusesWhatItHas() {
    fetch("{\"v\":7}");
    List<Long> keys = List.of(KEY, CatalogKey.product(8), CatalogKey.product(9));
    Outcome combined = cache.combine(keys, AnswerCacheTest::joined);
    assertThat(store.asked.getLast()).containsExactly(keys.get(1), keys.get(2));
    store.answer("{\"v\":0}");
    assertThat(status(combined)).isEqualTo(200);
    assertThat(store.asked).hasSize(2);
  }

  @Test
  void asksForOnePageBeyondTheEndOfTheGenerationItAsks() {
    cache.findPage(3, 4);
    cache.findPage(5, 4);
    cache.findPage(Long.MAX_VALUE, 4);
    cache.goLive(new Generation(2, "two", 100));
    cache.findPage(5, 4);
    assertThat(store.asked)
        .containsExactly(
            List.of(CatalogKey.listPage(3, 4)),
            List.of(CatalogKey.listPage(4, 4)),
            List.of(CatalogKey.listPage(5, 4)));
  }

  private static Answer joined(List<Answer> answers) {
    assertThat(answers).hasSize(3);
    return answers.getFirst();
  }

  private void fetch(String json) {
    Outcome outcome = cache.find(KEY);
    store.answer(json);
    assertThat(status(outcome)).isEqualTo(200);
  }

  /// 0 for what is still under way.
  private static int status(Outcome outcome) {
    List<Answer> answers = new ArrayList<>();
    collect(outcome, answers::add);
    return answers.isEmpty() ? 0 : answers.getFirst().status();
  }

  private static String head(Outcome outcome) {
    StringBuilder head = new StringBuilder();
    collect(
        outcome,
        answer ->
            head.append(
                new String(answer.representation(false).head(), StandardCharsets.US_ASCII)));
    return head.toString();
  }

  private static String body(Outcome outcome) {
    StringBuilder body = new StringBuilder();
    collect(
        outcome,
        answer ->
            body.append(new String(answer.representation(false).body(), StandardCharsets.UTF_8)));
    return body.toString();
  }

  private static void collect(Outcome outcome, Consumer<Answer> receiver) {
    switch (outcome) {
      case Answer answer -> receiver.accept(answer);
      case Pending pending -> pending.whenComplete(receiver);
    }
  }

  private final class PlainMaker implements AnswerMaker {
    @Override
    public Answer render(Generation generation, long key, Lookup.Found found) {
      return encoder.json(found.body());
    }
  }
}
