package jigsaw.server.cache;

import jigsaw.server.content.Answer;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// Knows how the catalogue's bytes become answers. Called on database, Redis and event loop
/// threads.
@FunctionalInterface
public interface AnswerMaker {
  /// The answer to `key` in `generation`.
  Answer render(Generation generation, long key, Lookup.Found found);
}
