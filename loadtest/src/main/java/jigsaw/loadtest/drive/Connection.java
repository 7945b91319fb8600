package jigsaw.loadtest.drive;

import java.time.Duration;

/// How the target is reached.
///
/// @param encrypted by TLS, with whatever certificate the target shows
/// @param connections opened at the start of a load, and the most that are used at a time
/// @param timeout after which a request counts as not answered
/// @param gzip whether requests accept compressed answers, as browsers do
public record Connection(
    String host, int port, boolean encrypted, int connections, Duration timeout, boolean gzip) {}
