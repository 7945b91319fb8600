package jigsaw.loadtest.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Finds a plan: one of those that come with the program, or a file of the user's.
public final class PlanFile {
  /// The plans that come with the program, the default first.
  public static final List<String> NAMES =
      List.of("reference", "step", "spike", "soak", "cold-start", "ttl");

  private PlanFile() {}

  /// Reads and checks the plan of this name, or in this file.
  ///
  /// @throws InvalidPlanException if there is no such plan, or it does not parse
  public static Plan read(String nameOrFile) {
    if (NAMES.contains(nameOrFile)) {
      return PlanParser.parse(nameOrFile, nameOrFile, builtIn(nameOrFile));
    }
    Path file = Path.of(nameOrFile);
    try {
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
      return PlanParser.parse(name, nameOrFile, Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new InvalidPlanException(
          "plan '" + nameOrFile + "': expected a readable text file or one of " + NAMES, e);
    }
  }

  private static List<String> builtIn(String name) {
    try (InputStream in = PlanFile.class.getResourceAsStream(name + ".plan")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its plan " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
