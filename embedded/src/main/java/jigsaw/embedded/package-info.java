/// MariaDB and Redis for people who have neither, and the demo built on them.
///
/// In: a folder. Out: a running database or cache that belongs to this process, listens on the
/// loopback address only and ends with it ([EmbeddedMariaDb], [EmbeddedRedis]). The programs come
/// out of jars ([Bundle]); they are run by our own code ([ChildProcess]), which also ends what a
/// killed predecessor left running ([Orphans]). Open [EmbeddedMariaDb] first.
@NullMarked
package jigsaw.embedded;

import org.jspecify.annotations.NullMarked;
