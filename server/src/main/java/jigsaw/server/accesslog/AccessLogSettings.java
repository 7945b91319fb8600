package jigsaw.server.accesslog;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.catalog.settings.LogFormat;

/// Whether and where there is an access log. `sample` is the share of answers that are noted, from
/// 0 to 1; those of status 500 and above always are.
public record AccessLogSettings(Target target, double sample, LogFormat format) {
  static final String KEY = "JIGSAW_ACCESS_LOG";

  static final String EXPECTED = "off, stdout or a file that can be written";

  /// `target` is `off`, `stdout` or a path.
  ///
  /// @throws InvalidSettingException if it is none of these
  public static AccessLogSettings of(String target, double sample, LogFormat format) {
    return new AccessLogSettings(
        switch (target) {
          case "off" -> new Off();
          case "stdout" -> new StandardOutput();
          default -> new InFile(path(target));
        },
        sample,
        format);
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new InvalidSettingException(KEY, text, EXPECTED);
    }
    try {
      return Path.of(text).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw new InvalidSettingException(KEY, text, EXPECTED, e);
    }
  }

  /// Where the lines go.
  public sealed interface Target {}

  /// There is no access log.
  public record Off() implements Target {}

  public record StandardOutput() implements Target {}

  public record InFile(Path path) implements Target {}
}
