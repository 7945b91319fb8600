package jigsaw.bench;

import picocli.CommandLine.Option;

/// How long and how much.
final class BenchOptions {
  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "How often each contestant is measured (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "Length of one measurement (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      description = "Seconds of load before the first measurement (default: ${DEFAULT-VALUE}).")
  int warmUpSeconds;

  @Option(
      names = "--connections",
      defaultValue = "64",
      description = "Keep-alive connections (default: ${DEFAULT-VALUE}).")
  int connections;

  @Option(
      names = "--products",
      defaultValue = "100000",
      description = "Size of the catalogue (default: ${DEFAULT-VALUE}).")
  int products;

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Contestants by a part of their name (default: all).")
  String only = "";

  @Option(
      names = "--server-core",
      defaultValue = "0",
      description = "Core of the measured process (default: ${DEFAULT-VALUE}).")
  int serverCore;

  @Option(
      names = "--load-core",
      defaultValue = "1",
      description = "Core of the load generator and the database (default: ${DEFAULT-VALUE}).")
  int loadCore;
}
