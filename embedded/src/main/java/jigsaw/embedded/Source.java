package jigsaw.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// What a catalogue was loaded from, in words that change when it has to be loaded again. The words
/// are kept in a file beside the database.
record Source(String description) {
  private static final String FILE = "loaded.txt";
  private static final List<String> CSV_FILES =
      List.of("product.csv", "features.csv", "styles.csv", "photos.csv", "skus.csv", "related.csv");

  static Source generated(int products, List<String> etlOptions) {
    return new Source(words("generated, " + products + " products", etlOptions));
  }

  /// A folder as it is now: sizes and times of its files stand for what they hold.
  static Source csv(Path folder, List<String> etlOptions) {
    StringJoiner words =
        new StringJoiner(", ").add("folder " + folder.toAbsolutePath().normalize());
    for (String name : CSV_FILES) {
      words.add(name + " " + stamp(folder.resolve(name)));
    }
    return new Source(words(words.toString(), etlOptions));
  }

  /// What the database in this folder was loaded from; empty before the first complete load.
  static Optional<Source> loadedIn(DataFolder folder) {
    Path file = folder.resolve(FILE);
    try {
      return Files.exists(file)
          ? Optional.of(new Source(Files.readString(file)))
          : Optional.empty();
    } catch (IOException e) {
      throw DataFolder.failure(file, e);
    }
  }

  /// Records that the database holds this, or with [#forget] that it may hold anything.
  void remember(DataFolder folder) {
    folder.writePrivate(FILE, description);
  }

  static void forget(DataFolder folder) {
    Bundle.deleteTree(folder.resolve(FILE));
  }

  private static String words(String source, List<String> etlOptions) {
    return etlOptions.isEmpty() ? source : source + ", options " + String.join(" ", etlOptions);
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.size() + " bytes of " + attributes.lastModifiedTime();
    } catch (IOException _) {
      // The ETL will tell what is wrong with it.
      return "unreadable";
    }
  }
}
