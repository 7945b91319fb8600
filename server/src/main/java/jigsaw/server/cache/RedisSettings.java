package jigsaw.server.cache;

import java.time.Duration;
import jigsaw.catalog.settings.Secret;

/// Where Redis is, who asks (an empty `user` is Redis' default one), how long an answer of it is
/// waited for, and how long it keeps documents.
public record RedisSettings(
    String url, String user, Secret password, Duration timeout, Duration ttl) {}
