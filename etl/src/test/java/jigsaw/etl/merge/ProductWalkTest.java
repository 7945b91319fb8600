package jigsaw.etl.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jigsaw.etl.CsvFolder;
import jigsaw.etl.parallel.Tasks;
import jigsaw.etl.row.CatalogFile;
import jigsaw.etl.row.CatalogFolder;
import jigsaw.etl.row.FileCounts;
import jigsaw.etl.row.IdSet;
import jigsaw.etl.row.Parents;
import jigsaw.etl.row.Row;
import jigsaw.etl.row.RowReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProductWalkTest {
  @TempDir private Path folder;

  @Test
  void givesAllRowsOfSortedFilesInKeyOrder() throws InterruptedException {
    Recording recording = new Recording();
    assertThat(walk(CsvFolder.of("clean", folder), recording).isEmpty()).isTrue();
    assertThat(recording.entries.keySet()).containsExactlyInAnyOrder(1, 2, 5, 9);
    assertThat(recording.rows)
        .filteredOn(Row.StyleRow.class::isInstance)
        .extracting(Row::id)
        .containsExactly(10, 12, 20, 21, 30);
    assertThat(recording.rows)
        .filteredOn(Row.PhotoRow.class::isInstance)
        .extracting(Row::id)
        .containsExactly(1, 2, 3, 4, 5);
    assertThat(recording.entries.get(9))
        .extracting(CatalogEntry::styles, CatalogEntry::features)
        .containsExactly(List.of(), List.of());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void losesNothingInUnsortedFiles(long seed) throws InterruptedException {
    Recording sorted = new Recording();
    walk(CsvFolder.of("clean", folder), sorted);
    Recording shuffled = new Recording();
    IdSet unfinished = walk(CsvFolder.of("clean", folder).shuffled(seed), shuffled);
    assertThat(shuffled.rows).containsExactlyInAnyOrderElementsOf(sorted.rows);
    sorted.entries.forEach((id, entry) -> {
      if (!unfinished.contains(id)) {
        assertThat(shuffled.entries).containsEntry(id, entry);
      }
    });
  }

  @Test
  void doesNotLetOneMisplacedRowSpoilTheOthers() throws InterruptedException {
    CsvFolder files =
        CsvFolder.of("clean", folder)
            .with(CatalogFile.FEATURES, "1,9,\"f\",\"v\"\n2,1,\"f\",\"v\"\n3,2,\"f\",\"v\"\n");
    Recording recording = new Recording();
    IdSet unfinished = walk(files, recording);
    assertThat(unfinished.size()).isEqualTo(1);
    assertThat(unfinished.contains(9)).isTrue();
    assertThat(recording.rows).filteredOn(Row.FeatureRow.class::isInstance).hasSize(3);
  }

  private static IdSet walk(CsvFolder folder, CatalogSink sink) throws InterruptedException {
    CatalogFolder files =
        new CatalogFolder(
            folder.path(),
            reject -> {
              throw new AssertionError(reject);
            });
    Parents parents =
        Parents.read(folder.path(), counts(CatalogFile.PRODUCT), counts(CatalogFile.STYLES));
    CatalogRows rows = new CatalogRows();
    Tasks tasks = new Tasks();
    tasks.add(() -> fill(rows.products(), files.products(counts(CatalogFile.PRODUCT))));
    tasks.add(() -> fill(rows.styles(), files.styles(parents, counts(CatalogFile.STYLES))));
    tasks.add(() -> fill(rows.features(), files.features(parents, counts(CatalogFile.FEATURES))));
    tasks.add(() -> fill(rows.photos(), files.photos(parents, counts(CatalogFile.PHOTOS))));
    tasks.add(() -> fill(rows.skus(), files.skus(parents, counts(CatalogFile.SKUS))));
    tasks.add(() -> fill(rows.related(), files.related(parents, counts(CatalogFile.RELATED))));
    ProductWalk walk = new ProductWalk(parents.products(), rows, sink);
    tasks.add(() -> {
      walk.run();
      return walk;
    });
    tasks.run(() -> {});
    return walk.unfinished();
  }

  private static <R extends Row> RowQueue<R> fill(RowQueue<R> queue, RowReader<R> reader)
      throws InterruptedException {
    queue.fillFrom(reader);
    return queue;
  }

  private static FileCounts counts(CatalogFile file) {
    return new FileCounts(file);
  }

  /// Remembers everything it is given.
  private static final class Recording implements CatalogSink {
    private final List<Row> rows = new ArrayList<>();
    private final Map<Integer, CatalogEntry> entries = new HashMap<>();

    @Override
    public void row(Row row) {
      rows.add(row);
    }

    @Override
    public void entry(CatalogEntry entry) {
      entries.put(entry.product().id(), entry);
    }
  }
}
