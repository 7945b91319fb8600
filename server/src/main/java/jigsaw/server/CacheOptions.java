package jigsaw.server;

import java.time.Duration;
import picocli.CommandLine.Option;

/// The settings of the cache in this process and of those behind it (`Cache-Control`).
final class CacheOptions {
  @Option(
      names = "--cache-size",
      defaultValue = "64MiB",
      converter = ByteSize.Converter.class,
      description = "Memory for cached answers; 0 = no cache" + ServerOptions.DEFAULT)
  ByteSize size = new ByteSize(0);

  @Option(
      names = "--cache-ttl",
      defaultValue = "5m",
      converter = DurationText.class,
      description = "How long a cached answer is fresh" + ServerOptions.DEFAULT)
  Duration ttl = Duration.ZERO;

  @Option(
      names = "--cache-stale-while-revalidate",
      defaultValue = "30s",
      converter = DurationText.class,
      description = "How long after that it is served during a fetch" + ServerOptions.DEFAULT)
  Duration staleWhileRevalidate = Duration.ZERO;

  @Option(
      names = "--cache-stale-if-error",
      defaultValue = "1h",
      converter = DurationText.class,
      description = "How long after that it is served if fetching fails" + ServerOptions.DEFAULT)
  Duration staleIfError = Duration.ZERO;

  @Option(
      names = "--cache-negative-ttl",
      defaultValue = "30s",
      converter = DurationText.class,
      description = "How long an id is remembered as unknown" + ServerOptions.DEFAULT)
  Duration negativeTtl = Duration.ZERO;

  @Option(
      names = "--cache-negative-entries",
      defaultValue = "100000",
      description = "How many ids are remembered as unknown" + ServerOptions.DEFAULT)
  int negativeEntries;

  @Option(
      names = "--cache-control",
      defaultValue = "public, max-age=60, stale-while-revalidate=30",
      description = "Cache-Control of what may be cached" + ServerOptions.DEFAULT)
  String cacheControl = "";
}
