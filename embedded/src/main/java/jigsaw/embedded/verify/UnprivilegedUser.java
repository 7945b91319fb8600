package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Somebody whom permissions of files hold back. That is whoever runs this program, unless it is
/// root: then it is nobody, by `setpriv` of util-linux.
final class UnprivilegedUser {
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private UnprivilegedUser() {}

  /// Makes a command one of this user.
  static void take(ProcessBuilder builder) {
    if (isRoot()) {
      builder.command().addAll(0, AS_NOBODY);
    }
  }

  /// Why this user cannot run the ETL; empty if that is possible.
  static Optional<String> obstacle(Stage stage) throws IOException, InterruptedException {
    Path program = stage.home().resolve("etl/target/jigsaw-etl.jar");
    ProcessBuilder test =
        new ProcessBuilder(new ArrayList<>(List.of("test", "-r", program.toString())));
    take(test);
    test.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    try {
      return test.start().waitFor() == 0
          ? Optional.empty()
          : Optional.of("user nobody cannot read " + program);
    } catch (IOException e) {
      return Optional.of("setpriv is needed to become another user than root: " + e.getMessage());
    }
  }

  static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }
}
