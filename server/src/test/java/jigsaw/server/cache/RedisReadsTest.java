package jigsaw.server.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jigsaw.server.store.Lookup;
import org.junit.jupiter.api.Test;

final class RedisReadsTest {
  private final List<List<String>> questions = new ArrayList<>();
  private final List<Consumer<Optional<List<Lookup>>>> askers = new ArrayList<>();
  private final List<String> told = new ArrayList<>();
  private final RedisReads reads =
      new RedisReads((names, receiver) -> {
        questions.add(names.stream().map(name -> new String(name, UTF_8)).toList());
        askers.add(receiver);
      });

  @Test
  void whatComesWhileTwoQuestionsAreUnderWayGoesTogether() {
    find("a", "b", "c", "d", "e");
    assertThat(questions).containsExactly(List.of("a"), List.of("b"));
    answer(0);
    assertThat(questions).last().isEqualTo(List.of("c", "d", "e"));
    answer(2);
    answer(1);
    assertThat(told).containsExactly("a=a", "c=c", "d=d", "e=e", "b=b");
    assertThat(reads.open()).isZero();
  }

  @Test
  void aQuestionHasABoundedNumberOfNames() {
    find(IntStream.range(0, 102).mapToObj(Integer::toString).toArray(String[]::new));
    answer(0);
    answer(1);
    assertThat(questions.stream().map(List::size)).containsExactly(1, 1, 64, 36);
  }

  @Test
  void thoseWhoWaitBehindAQuestionThatFailedGetNothingAtOnce() {
    find("a", "b", "c");
    fail(0);
    assertThat(told).containsExactly("a=-", "c=-");
    answer(1);
    find("d");
    assertThat(questions).last().isEqualTo(List.of("d"));
    assertThat(reads.open()).isEqualTo(1);
  }

  @Test
  void aReceiverThatThrowsTakesNothingFromTheOthers() {
    find("a", "b");
    reads.find(
        "c".getBytes(UTF_8),
        _ -> {
          throw new IllegalStateException("not mine");
        });
    find("d");
    answer(0);
    answer(2);
    assertThat(told).containsExactly("a=a", "d=d");
  }

  private void find(String... names) {
    for (String name : names) {
      reads.find(name.getBytes(UTF_8), lookup -> told.add(name + "=" + text(lookup)));
    }
  }

  private void answer(int question) {
    List<Lookup> values =
        questions.get(question).stream()
            .<Lookup>map(name -> new Lookup.Found(name.getBytes(UTF_8)))
            .toList();
    askers.get(question).accept(Optional.of(values));
  }

  private void fail(int question) {
    askers.get(question).accept(Optional.empty());
  }

  private static String text(Lookup lookup) {
    return lookup instanceof Lookup.Found found ? new String(found.body(), UTF_8) : "-";
  }
}
