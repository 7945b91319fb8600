package jigsaw.etl.progress;

import java.util.function.LongSupplier;

/// One thing that advances: bytes tell how far it is, rows how much that was.
public record Gauge(String name, long totalBytes, LongSupplier bytes, LongSupplier rows) {}
