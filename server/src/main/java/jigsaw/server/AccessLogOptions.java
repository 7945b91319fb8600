package jigsaw.server;

import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.server.accesslog.AccessLogSettings;
import picocli.CommandLine.Option;

/// The settings of the access log.
final class AccessLogOptions {
  @Option(
      names = "--access-log",
      paramLabel = "off|stdout|FILE",
      defaultValue = "off",
      description = "Where a line for each answer goes" + ServerOptions.DEFAULT)
  String target = "";

  @Option(
      names = "--access-log-sample",
      paramLabel = "SHARE",
      defaultValue = "1",
      description = "Share of answers below 500 with a line, 0 to 1" + ServerOptions.DEFAULT)
  double sample;

  /// @throws InvalidSettingException for the first value that is not what it may be
  AccessLogSettings settings(LogFormat format) {
    if (!(sample >= 0 && sample <= 1)) {
      throw new InvalidSettingException(
          "JIGSAW_ACCESS_LOG_SAMPLE", Double.toString(sample), "a number from 0 to 1");
    }
    return AccessLogSettings.of(target, sample, format);
  }
}
