package jigsaw.server.cache;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import jigsaw.server.content.Answer;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;

/// Waits for many outcomes without a thread; the last one to arrive hands all of them over.
final class Gathering {
  private final AtomicReferenceArray<Answer> answers;
  private final AtomicInteger missing;
  private final Consumer<List<Answer>> receiver;

  private Gathering(int size, Consumer<List<Answer>> receiver) {
    answers = new AtomicReferenceArray<>(size);
    // One for the caller, so that nothing is handed over before all have been looked at.
    missing = new AtomicInteger(size + 1);
    this.receiver = receiver;
  }

  static void of(List<Outcome> outcomes, Consumer<List<Answer>> receiver) {
    Gathering gathering = new Gathering(outcomes.size(), receiver);
    for (int index = 0; index < outcomes.size(); index++) {
      int place = index;
      switch (outcomes.get(index)) {
        case Answer answer -> gathering.arrived(place, answer);
        case Pending pending -> pending.whenComplete(answer -> gathering.arrived(place, answer));
      }
    }
    gathering.countDown();
  }

  private void arrived(int place, Answer answer) {
    answers.set(place, answer);
    countDown();
  }

  private void countDown() {
    if (missing.decrementAndGet() == 0) {
      receiver.accept(IntStream.range(0, answers.length()).mapToObj(answers::get).toList());
    }
  }
}
