package jigsaw.server.cache;

import java.time.Duration;

/// How much is kept in this process, and for how long.
///
/// After `ttl` an answer is served for `staleWhileRevalidate` more while a new one is fetched, and
/// for `staleIfError` more when a new one cannot be fetched. Unknown ids are remembered for
/// `negativeTtl`, at most `negativeEntries` of them.
public record CacheSettings(
    long localBytes,
    Duration ttl,
    Duration staleWhileRevalidate,
    Duration staleIfError,
    Duration negativeTtl,
    int negativeEntries) {}
