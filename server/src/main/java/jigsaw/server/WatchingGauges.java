package jigsaw.server;

import jigsaw.server.accesslog.AccessLogWriter;
import jigsaw.server.http.HttpServer;
import jigsaw.server.log.Logging;
import jigsaw.server.metrics.ServerMetrics;
import jigsaw.server.ops.Readiness;

/// What the process as a whole shows as metrics: its state, its limits, its logs.
record WatchingGauges(
    Settings settings, Readiness readiness, AccessLogWriter accessLog, Logging logging) {
  void register(ServerMetrics metrics) {
    metrics.gauge(
        "jigsaw_ready",
        "1 while the server says that it can serve",
        () -> readiness.isReady() ? 1 : 0);
    metrics.gauge(
        "jigsaw_cpus", "Cores the process may use", Runtime.getRuntime()::availableProcessors);
    metrics.gauge(
        "jigsaw_http_connections_limit",
        "Connections that may be open",
        () -> settings.http().clients().maxConnections());
    metrics.gauge(
        "jigsaw_database_queue_limit",
        "Questions that may wait for a thread",
        () -> settings.store().queueLength());
    metrics.gauge(
        "jigsaw_cache_limit_bytes",
        "Memory that cached answers may take",
        () -> settings.cache().localBytes());
    metrics.gauge(
        "jigsaw_direct_memory_bytes",
        "Memory outside the heap held for network buffers",
        HttpServer::directMemoryBytes);
    metrics.counters(
        "jigsaw_log_entries",
        "Warnings and errors of the log, written or held back",
        "level",
        logging.entries());
    metrics.counter(
        "jigsaw_log_held_back",
        "Warnings and errors left out because many of their kind had just been written",
        logging::heldBack);
    metrics.counter("jigsaw_access_log_lines", "Lines of the access log", accessLog::lines);
    metrics.counter(
        "jigsaw_access_log_dropped",
        "Lines of the access log that were dropped",
        accessLog::dropped);
  }
}
