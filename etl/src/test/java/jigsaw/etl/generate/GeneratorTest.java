package jigsaw.etl.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratorTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01})
  void givesTheSameBytesForTheSameSeed(double dirt) throws IOException {
    Path first = generate("first", 1500, 7, dirt);
    Path second = generate("second", 1500, 7, dirt);
    Path other = generate("other", 1500, 8, dirt);

    for (GeneratedFile file : GeneratedFile.values()) {
      assertThat(second.resolve(file.fileName()))
          .hasSameBinaryContentAs(first.resolve(file.fileName()));
      assertThat(Files.mismatch(other.resolve(file.fileName()), first.resolve(file.fileName())))
          .as(file.fileName())
          .isNotNegative();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FEATURES, PRODUCT, 2.219",
    "STYLES, PRODUCT, 1.958",
    "PHOTOS, STYLES, 2.888",
    "SKUS, STYLES, 5.783",
    "RELATED, PRODUCT, 4.508"
  })
  void hasTheRatiosOfTheRealSet(GeneratedFile child, GeneratedFile parent, double ratio)
      throws IOException {
    Path files = generate("ratios", 20_000, 1, 0);

    double actual = (double) rows(files, child).size() / rows(files, parent).size();

    assertThat(actual).isCloseTo(ratio, within(ratio / 100));
  }

  @Test
  void hasTheLengthsOfTheRealSet() throws IOException {
    Path files = generate("lengths", 5000, 1, 0);

    List<String> urls =
        rows(files, GeneratedFile.PHOTOS).stream()
            .filter(row -> !row.endsWith("null"))
            .map(row -> row.split("\"", -1)[1])
            .toList();
    assertThat(urls).allMatch(url -> url.length() >= 104 && url.length() <= 134);
    assertThat(urls.stream().mapToInt(String::length).average().orElseThrow())
        .isCloseTo(129, within(1.5));
    assertThat(
            rows(files, GeneratedFile.PRODUCT).stream()
                .mapToInt(String::length)
                .average()
                .orElseThrow())
        .isBetween(220.0, 280.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 11, 12, 400})
  void refersOnlyToRowsThatExist(int products) throws IOException {
    Path files = generate("few", products, 1, 0);

    Set<String> productIds = column(files, GeneratedFile.PRODUCT, 0);
    Set<String> styleIds = column(files, GeneratedFile.STYLES, 0);
    assertThat(productIds).hasSize(products);
    assertThat(productIds).containsAll(column(files, GeneratedFile.FEATURES, 1));
    assertThat(productIds).containsAll(column(files, GeneratedFile.STYLES, 1));
    assertThat(productIds).containsAll(column(files, GeneratedFile.RELATED, 1));
    assertThat(productIds).containsAll(column(files, GeneratedFile.RELATED, 2));
    assertThat(styleIds).containsAll(column(files, GeneratedFile.PHOTOS, 1));
    assertThat(styleIds).containsAll(column(files, GeneratedFile.SKUS, 1));
  }

  @ParameterizedTest
  @EnumSource(GeneratedFile.class)
  void hasGapsAndDisorderInIdsButNoDuplicates(GeneratedFile file) throws IOException {
    List<String> rows = rows(generate("ids", 3000, 1, 0), file);
    List<Long> ids =
        rows.stream().map(row -> Long.valueOf(row.substring(0, row.indexOf(',')))).toList();

    assertThat(ids).doesNotHaveDuplicates();
    if (file == GeneratedFile.PRODUCT) {
      assertThat(ids).isSorted().endsWith(3000L);
    } else {
      assertThat(ids).isNotEqualTo(ids.stream().sorted().toList());
      assertThat(ids.stream().max(Long::compare).orElseThrow()).isGreaterThan(ids.size());
    }
  }

  @Test
  void leavesNoHalfWrittenFile() throws IOException {
    Path files = generate("complete", 20, 1, 0);

    try (Stream<Path> names = Files.list(files)) {
      assertThat(names.map(name -> name.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "product.csv", "features.csv", "styles.csv", "photos.csv", "skus.csv", "related.csv");
    }
  }

  private Path generate(String name, int products, long seed, double dirt) throws IOException {
    Path target = folder.resolve(name);
    new Generator(products, seed, dirt).writeTo(OutputFolder.make(target));
    return target;
  }

  private static List<String> rows(Path files, GeneratedFile file) throws IOException {
    return Files.readAllLines(files.resolve(file.fileName())).stream().skip(1).toList();
  }

  private static Set<String> column(Path files, GeneratedFile file, int column) throws IOException {
    return rows(files, file).stream()
        .map(row -> Arrays.asList(row.split(",", -1)).get(column))
        .collect(Collectors.toCollection(HashSet::new));
  }
}
