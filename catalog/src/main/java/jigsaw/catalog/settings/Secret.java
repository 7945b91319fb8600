package jigsaw.catalog.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A password: its text is only given out by [#reveal], so that no log and no error shows it.
public final class Secret {
  public static final Secret NONE = new Secret("");

  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /// The password in the file, without one line end at its end; without a file, the one in the
  /// environment variable; without either, [#NONE].
  ///
  /// @throws InvalidSettingException if the file cannot be read
  public static Secret of(Optional<Path> file, String variable, Map<String, String> environment) {
    if (file.isEmpty()) {
      return new Secret(environment.getOrDefault(variable, ""));
    }
    try {
      return new Secret(Files.readString(file.get()).replaceFirst("\\R\\z", ""));
    } catch (IOException e) {
      throw new InvalidSettingException(
          variable + "_FILE", file.get().toString(), "a readable file with the password", e);
    }
  }

  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "(none)" : "(hidden)";
  }
}
