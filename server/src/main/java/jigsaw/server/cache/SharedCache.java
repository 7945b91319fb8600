package jigsaw.server.cache;

import java.util.List;
import java.util.function.Consumer;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// A cache of stored documents that several servers share. It never fails: what it does not have,
/// cannot give or gives too late is absent. Receivers are called once, on any thread.
public interface SharedCache extends AutoCloseable {
  /// Begins to look for it, if that has not begun yet.
  void start();

  /// Gives [Lookup.Found] or [Lookup.Absent] for what a flight is to bring.
  void find(Generation generation, Flight flight, Consumer<Lookup> receiver);

  /// The same for many flights, in their order.
  void findAll(Generation generation, List<Flight> flights, Consumer<List<Lookup>> receiver);

  /// Keeps a document that a flight has brought, if that is possible right now.
  void keep(Generation generation, Flight flight, Lookup.Found found);

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
        public void find(Generation generation, Flight flight, Consumer<Lookup> receiver) {
          receiver.accept(Lookup.ABSENT);
        }

        @Override
        public void findAll(
            Generation generation, List<Flight> flights, Consumer<List<Lookup>> receiver) {
          receiver.accept(flights.stream().map(_ -> Lookup.ABSENT).toList());
        }

        @Override
        public void keep(Generation generation, Flight flight, Lookup.Found found) {
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
