package jigsaw.etl.generate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/// Makes a whole catalogue. The same count, seed and dirt always give the same bytes.
final class Generator {
  private static final int PRODUCTS_A_STEP = 1000;

  private final int products;
  private final long seed;
  private final double dirt;
  private final AtomicLong productsDone = new AtomicLong();
  private final AtomicLong rowsDone = new AtomicLong();

  /// @param dirt the share of spoiled lines, 0 for none
  Generator(int products, long seed, double dirt) {
    this.products = products;
    this.seed = seed;
    this.dirt = dirt;
  }

  /// Products written so far; any thread may ask.
  long productsDone() {
    return productsDone.get();
  }

  /// Rows written so far, all files together; any thread may ask.
  long rowsDone() {
    return rowsDone.get();
  }

  /// Writes all six files and completes them.
  void writeTo(OutputFolder folder) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Map<GeneratedFile, CsvWriter> files = new EnumMap<>(GeneratedFile.class);
    try {
      for (GeneratedFile file : GeneratedFile.values()) {
        Optional<Dirt> spoiler =
            dirt == 0 ? Optional.empty() : Optional.of(new Dirt(file, dirt, random.split()));
        files.put(file, new CsvWriter(folder.begin(file), file, spoiler));
      }
    } catch (IOException e) {
      closeAll(files);
      throw e;
    }
    try {
      writeProducts(new CatalogWriter(files, random.split()));
    } finally {
      closeAll(files);
    }
    folder.complete();
  }

  private void writeProducts(CatalogWriter writer) throws IOException {
    Products drafts = new Products(products, new SplittableRandom(seed));
    for (int id = 1; id <= products; id++) {
      writer.write(id, drafts.product(id));
      if (id % PRODUCTS_A_STEP == 0 || id == products) {
        productsDone.set(id);
        rowsDone.set(writer.rows());
      }
    }
  }

  private static void closeAll(Map<GeneratedFile, CsvWriter> files) throws IOException {
    IOException failure = null;
    for (CsvWriter file : files.values()) {
      try {
        file.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
