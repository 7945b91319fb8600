/// What the server counts.
///
/// In: what each event loop tells of its answers, and counters that other packages keep. Out: the
/// text that Prometheus reads. Event loops count in arrays of their own without locks; they are
/// added up when somebody reads. Open [ServerMetrics] first.
@NullMarked
package jigsaw.server.metrics;

import org.jspecify.annotations.NullMarked;
