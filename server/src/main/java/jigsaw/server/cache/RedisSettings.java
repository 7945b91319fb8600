package jigsaw.server.cache;

import java.time.Duration;
import jigsaw.catalog.settings.Secret;

/// Where Redis is, how long an answer of it is waited for, and how long it keeps documents.
public record RedisSettings(String url, Secret password, Duration timeout, Duration ttl) {}
