package jigsaw.bench;

import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/// How often and how long.
final class StartOptions {
  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "Starts of each kind (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--only",
      defaultValue = "",
      paramLabel = "REGEX",
      description = "Only kinds whose name has a match of this (default: all).")
  Pattern only = Pattern.compile("");

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "Requests a second after the start (default: ${DEFAULT-VALUE}).")
  int rate;

  @Option(
      names = "--settle",
      defaultValue = "30",
      description =
          "Seconds of load between the first 5 and the steady ones (default: ${DEFAULT-VALUE}).")
  int settleSeconds;

  @Option(
      names = "--products",
      defaultValue = "100000",
      description = "Size of the catalogue (default: ${DEFAULT-VALUE}).")
  int products;

  @Option(
      names = "--server-core",
      defaultValue = "0",
      description = "Core of the server (default: ${DEFAULT-VALUE}).")
  int serverCore;

  @Option(
      names = "--load-core",
      defaultValue = "1",
      description = "Core of the load (default: ${DEFAULT-VALUE}).")
  int loadCore;
}
