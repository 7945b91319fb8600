package jigsaw.server.cache;

import java.util.List;
import java.util.function.Consumer;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// A cache of stored documents that several servers share. It never fails: what it does not have,
/// cannot give or gives too late is absent. Receivers are called once, on any thread.
public interface SharedCache extends AutoCloseable {
  /// Begins to look for it.
  void start();

  /// Gives [Lookup.Found] or [Lookup.Absent].
  void find(Generation generation, long key, Consumer<Lookup> receiver);

  /// The same for many keys, in their order.
  void findAll(Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver);

  /// Keeps a document, if that is possible right now.
  void keep(Generation generation, long key, Lookup.Found found);

  /// Whether it is there and answers.
  boolean isUsable();

  @Override
  void close();

  /// No shared cache.
  SharedCache NONE =
      new SharedCache() {
        @Override
        public void start() {
          // Nothing to look for.
        }

        @Override
        public void find(Generation generation, long key, Consumer<Lookup> receiver) {
          receiver.accept(Lookup.ABSENT);
        }

        @Override
        public void findAll(
            Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver) {
          receiver.accept(keys.stream().map(_ -> Lookup.ABSENT).toList());
        }

        @Override
        public void keep(Generation generation, long key, Lookup.Found found) {
          // Nowhere to keep it.
        }

        @Override
        public boolean isUsable() {
          return false;
        }

        @Override
        public void close() {
          // Nothing was opened.
        }
      };
}
