package jigsaw.etl.row;

import java.nio.file.Path;
import java.util.function.Consumer;
import jigsaw.etl.csv.FileStamp;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.Row.RelatedRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// The six files of a catalogue in their folder; opens a reader for each.
public final class CatalogFolder {
  private final Path folder;
  private final Consumer<Reject> rejects;

  /// Rejected lines go to `rejects`, which several threads call.
  public CatalogFolder(Path folder, Consumer<Reject> rejects) {
    this.folder = folder;
    this.rejects = rejects;
  }

  /// The size of a file.
  ///
  /// @throws jigsaw.etl.csv.CsvException if it is missing or may not be read
  public long bytes(CatalogFile file) {
    return FileStamp.of(file.in(folder)).bytes();
  }

  public RowReader<ProductRow> products(FileCounts counts) {
    return open(RowRules.products(), counts);
  }

  public RowReader<StyleRow> styles(Parents parents, FileCounts counts) {
    return open(RowRules.styles(parents.products()), counts);
  }

  public RowReader<FeatureRow> features(Parents parents, FileCounts counts) {
    return open(RowRules.features(parents.products()), counts);
  }

  public RowReader<PhotoRow> photos(Parents parents, FileCounts counts) {
    return open(RowRules.photos(parents.styleOwners().lookup()), counts);
  }

  public RowReader<SkuRow> skus(Parents parents, FileCounts counts) {
    return open(RowRules.skus(parents.styleOwners().lookup()), counts);
  }

  public RowReader<RelatedRow> related(Parents parents, FileCounts counts) {
    return open(RowRules.related(parents.products()), counts);
  }

  private <R extends Row> RowReader<R> open(RowRules<R> rules, FileCounts counts) {
    return new RowReader<>(counts.file(), folder, rules, counts, rejects);
  }
}
