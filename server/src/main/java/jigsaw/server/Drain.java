package jigsaw.server;

import java.time.Duration;

/// How the server ends: for `delay` it only says that it is not ready, so that load balancers can
/// turn away; then requests under way have `timeout` to finish.
record Drain(Duration delay, Duration timeout) {}
