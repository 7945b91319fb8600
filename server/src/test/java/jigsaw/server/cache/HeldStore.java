package jigsaw.server.cache;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;
import jigsaw.server.store.Refusal;

/// A store that answers when a test tells it to.
final class HeldStore implements CatalogStore {
  /// Every question so far, a question for many keys once.
  final List<List<Long>> asked = new ArrayList<>();

  private final List<Consumer<Lookup>> waiting = new ArrayList<>();

  @Override
  public void find(Generation generation, long key, Consumer<Lookup> receiver) {
    asked.add(List.of(key));
    waiting.add(receiver);
  }

  @Override
  public void findAll(Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver) {
    asked.add(keys);
    waiting.add(lookup -> receiver.accept(keys.stream().map(_ -> lookup).toList()));
  }

  void answer(String json) {
    answer(new Lookup.Found(json.getBytes(StandardCharsets.UTF_8)));
  }

  /// Answers only the question that has waited the longest.
  void answerOldest(String json) {
    takeOldest().accept(new Lookup.Found(json.getBytes(StandardCharsets.UTF_8)));
  }

  /// The receiver that has waited the longest, for a test that answers it later.
  Consumer<Lookup> takeOldest() {
    return waiting.removeFirst();
  }

  void fail() {
    answer(new Lookup.Unavailable(Refusal.UNREACHABLE));
  }

  void answer(Lookup lookup) {
    List<Consumer<Lookup>> now = List.copyOf(waiting);
    waiting.clear();
    now.forEach(receiver -> receiver.accept(lookup));
  }
}
