package jigsaw.loadtest.measure;

/// One second of a load, by the time requests were meant to be sent.
///
/// @param planned requests that the load's rate asks for
/// @param asked requests that visits made
/// @param right answered and found right
public record Second(int planned, int asked, int right, int failed, Latency latency) {}
