/// What may wait, and how long.
///
/// In: work for the few threads that may block. Out: the same work in order, or its refusal at once
/// when there is too much of it or when it has waited too long. Open [DeadlineQueue] first.
@NullMarked
package jigsaw.server.admission;

import org.jspecify.annotations.NullMarked;
