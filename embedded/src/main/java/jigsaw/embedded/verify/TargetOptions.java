package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which database is loaded. Not taken from the environment, where people have the address of the
/// catalogue that their shop shows.
final class TargetOptions {
  @Option(
      names = "--db-url",
      paramLabel = "URL",
      description = {
        "A schema of another database instead of one of its own, jdbc:mysql://HOST:PORT/SCHEMA.",
        "Its generations are replaced. What needs a database of one's own is not shown then."
      })
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--db-user",
      paramLabel = "NAME",
      defaultValue = "jigsaw",
      description = "User of that database (default: ${DEFAULT-VALUE}).")
  private String user = "";

  @Option(
      names = "--db-password-file",
      paramLabel = "FILE",
      description = "File with this user's password.")
  private Optional<Path> passwordFile = Optional.empty();

  @Option(
      names = "--replace",
      description = "Go on although that schema already has a live generation.")
  private boolean replace;

  boolean mayReplace() {
    return replace;
  }

  /// The database that `--db-url` names, or one of our own with its data in `folder`.
  LoadedDatabase open(Path folder) throws IOException {
    if (url.isEmpty()) {
      return LoadedDatabase.own(folder);
    }
    String password = passwordFile.isPresent() ? Files.readString(passwordFile.get()).strip() : "";
    return LoadedDatabase.other(url.get(), user, password);
  }
}
