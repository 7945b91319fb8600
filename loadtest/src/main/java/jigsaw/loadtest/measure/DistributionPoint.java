package jigsaw.loadtest.measure;

/// A point of the latency distribution: this share of answers took at most so long.
public record DistributionPoint(double percentile, double millis) {}
