package jigsaw.etl;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import jigsaw.etl.row.CatalogFile;

/// Folders of CSV files for tests: copies of the fixtures beside this class, changed as asked.
public final class CsvFolder {
  private final Path path;

  private CsvFolder(Path path) {
    this.path = path;
  }

  /// A copy of one theme of fixtures.
  public static CsvFolder of(String theme, Path target) {
    try {
      Files.createDirectories(target);
      for (CatalogFile file : CatalogFile.values()) {
        try (InputStream in = CsvFolder.class.getResourceAsStream(theme + "/" + file.fileName())) {
          if (in == null) {
            throw new IllegalArgumentException(theme + "/" + file.fileName());
          }
          Files.write(file.in(target), in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CsvFolder(target);
  }

  public Path path() {
    return path;
  }

  public CsvFolder with(CatalogFile file, String content) {
    try {
      Files.writeString(file.in(path), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /// Brings the rows of all files into another order; a header line stays the first.
  public CsvFolder shuffled(long seed) {
    Random random = new Random(seed);
    for (CatalogFile file : CatalogFile.values()) {
      List<String> lines = new ArrayList<>(read(file).lines().toList());
      int header = Character.isDigit(lines.getFirst().charAt(0)) ? 0 : 1;
      Collections.shuffle(lines.subList(header, lines.size()), random);
      with(file, String.join("\n", lines) + "\n");
    }
    return this;
  }

  private String read(CatalogFile file) {
    try {
      return Files.readString(file.in(path), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
