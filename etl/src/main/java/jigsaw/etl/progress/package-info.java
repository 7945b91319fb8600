/// How far a long step is, shown to whoever waits ([Progress]).
///
/// In: gauges that may be read at any time. Out: bars on a terminal, plain lines elsewhere. Only
/// this package knows the progressbar library.
@NullMarked
package jigsaw.etl.progress;

import org.jspecify.annotations.NullMarked;
