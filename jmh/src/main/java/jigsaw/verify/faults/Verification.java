package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jigsaw.embedded.EmbeddedException;

/// What the commands of this package have in common: a folder, a table at the end, an exit code.
final class Verification {
  private Verification() {}

  /// Looks at something and notes what was promised and what was measured.
  interface Part {
    void show(Path folder, Promises promises) throws IOException, InterruptedException;
  }

  /// Shows one part in a folder of its own.
  ///
  /// @param command such as `verify-faults`
  /// @param home the project's folder
  /// @return the exit code: 0 if every promise was kept
  static int run(String command, Path home, Part part) throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve(command);
    Promises promises = new Promises();
    try {
      Files.createDirectories(folder);
      part.show(folder, promises);
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw " + command + ": " + e.getMessage());
      return 1;
    }
    System.out.println();
    System.out.println(promises.table());
    return promises.allKept() ? 0 : 1;
  }
}
