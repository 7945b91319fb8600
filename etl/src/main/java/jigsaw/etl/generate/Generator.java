package jigsaw.etl.generate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/// Makes a whole catalogue. The same count, seed and dirt always give the same bytes.
///
/// @param dirt the share of spoiled lines, 0 for none
record Generator(int products, long seed, double dirt) {
  private static final int PRODUCTS_A_STEP = 1000;

  /// Writes all six files and completes them.
  ///
  /// @return how many rows they have
  long writeTo(OutputFolder folder, Progress progress) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Map<CatalogFile, CsvWriter> files = new EnumMap<>(CatalogFile.class);
    try {
      for (CatalogFile file : CatalogFile.values()) {
        Optional<Dirt> spoiler =
            dirt == 0 ? Optional.empty() : Optional.of(new Dirt(file, dirt, random.split()));
        files.put(file, new CsvWriter(folder.begin(file), file, spoiler));
      }
    } catch (IOException e) {
      closeAll(files);
      throw e;
    }
    long rows;
    try {
      rows = writeProducts(new CatalogWriter(files, random.split()), progress);
    } finally {
      closeAll(files);
    }
    folder.complete();
    return rows;
  }

  private long writeProducts(CatalogWriter writer, Progress progress) throws IOException {
    Products drafts = new Products(products, new SplittableRandom(seed));
    for (int id = 1; id <= products; id++) {
      writer.write(id, drafts.product(id));
      if (id % PRODUCTS_A_STEP == 0) {
        progress.advance(PRODUCTS_A_STEP);
      }
    }
    progress.advance(products % PRODUCTS_A_STEP);
    return writer.rows();
  }

  private static void closeAll(Map<CatalogFile, CsvWriter> files) throws IOException {
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
