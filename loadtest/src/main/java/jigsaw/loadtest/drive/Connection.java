package jigsaw.loadtest.drive;

import java.time.Duration;

/// How the target is reached.
///
/// @param connections opened at the start of a load, and the most that are used at a time
/// @param timeout after which a request counts as not answered
/// @param gzip whether requests accept compressed answers, as browsers do
public record Connection(String host, int port, int connections, Duration timeout, boolean gzip) {}
