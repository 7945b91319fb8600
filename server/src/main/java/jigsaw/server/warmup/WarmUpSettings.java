package jigsaw.server.warmup;

import java.time.Duration;

/// How long to practise: so many requests, 0 for none, but not longer than `time`.
public record WarmUpSettings(int requests, Duration time) {}
