/// Runs the server side by side with simpler programs and tells what a request costs each of them.
///
/// In: the built programs, a database of its own. Out: CPU microseconds a request of the server's
/// process, as a table of ratios and targets. All contestants run at once and are loaded in turn,
/// so that whatever else the machine does hits all of them. Open [BenchMain] first.
@NullMarked
package jigsaw.bench;

import org.jspecify.annotations.NullMarked;
