/// Answers that need not be fetched again.
///
/// In: a key of the catalogue. Out: the whole answer at once from this process's memory, or a
/// pending one that comes from Redis or from the store; many who ask for the same at once cause one
/// fetch. Everything is kept per generation and dropped with it. Open [AnswerCache] first, then
/// [GenerationCache].
@NullMarked
package jigsaw.server.cache;

import org.jspecify.annotations.NullMarked;
