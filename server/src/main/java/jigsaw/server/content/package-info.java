/// What the server says: whole answers, encoded once and written many times.
///
/// In: stored documents, rendered JSON and problems. Out: [Answer]s whose bytes only need the
/// current date to be put on the wire. Nothing here knows sockets, caches or databases. Open
/// [Answer] first.
@NullMarked
package jigsaw.server.content;

import org.jspecify.annotations.NullMarked;
