package jigsaw.server.store;

import java.time.Duration;
import jigsaw.catalog.settings.Secret;

/// How the database is reached and how much of it may be used at once.
public record StoreSettings(
    String url,
    String user,
    Secret password,
    int threads,
    int queueLength,
    Duration queueWait,
    Duration connectTimeout,
    Duration queryTimeout,
    Duration pollInterval) {}
