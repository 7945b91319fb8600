package jigsaw.server.store;

import java.util.List;
import java.util.function.Consumer;

/// The catalogue, asked without blocking. Safe for use by several threads; a receiver is called on
/// a thread of the store, or on the caller's when it is refused at once. It is called once, or
/// twice if a database that hung answers after the refusal after all.
public interface CatalogStore {
  void find(Generation generation, long key, Consumer<Lookup> receiver);

  /// Asks for many documents ([CatalogKey.Kind#isDocument]) in few statements. The lookups come in
  /// the order of the keys.
  void findAll(Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver);
}
