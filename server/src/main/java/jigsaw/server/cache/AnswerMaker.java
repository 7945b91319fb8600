package jigsaw.server.cache;

import java.util.List;
import java.util.function.Consumer;
import jigsaw.server.content.Answer;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// Knows how the catalogue's bytes become answers. Called on database, Redis and event loop
/// threads.
public interface AnswerMaker {
  /// The answer to `key` in `generation`.
  Answer render(Generation generation, long key, Lookup.Found found);

  /// Puts together what the store does not have in one piece
  /// ([jigsaw.server.store.CatalogKey.Kind#WHOLE_PAGE]) from parts of the same generation.
  void assemble(long key, Parts parts, Consumer<Lookup> receiver);

  /// Gives answers to many keys at once.
  interface Parts {
    /// The answers come in the order of the keys; a missing one is an answer of status 404, one
    /// that cannot be had of 503.
    void gather(List<Long> keys, Consumer<List<Answer>> receiver);
  }
}
