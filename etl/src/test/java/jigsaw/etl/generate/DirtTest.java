package jigsaw.etl.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DirtTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SPACE_BEFORE_NUMBER | PRODUCT  | 8,'n, o',"s","d","c", 12
          OPEN_LAST_QUOTE     | PHOTOS   | 8,3,"u","open
          OPEN_QUOTE          | STYLES   | 8,3,"n,null,12,1
          NULL_WHERE_REQUIRED | SKUS     | 8,3,null,5
          ZERO_ID             | RELATED  | 8,3,0
          DUPLICATE_ID        | SKUS     | 7,3,"s",5
          UNKNOWN_PARENT      | FEATURES | 8,2147483647,"f",null
          NOT_A_NUMBER        | SKUS     | 8,3,"s","a dozen"
          NEGATIVE            | PRODUCT  | 8,'n, o',"s","d","c",-1
          OUT_OF_RANGE        | STYLES   | 8,3,"n",null,10000000000,1
          THREE_DECIMALS      | STYLES   | 8,3,"n",null,9.995,1
          TOO_FEW_COLUMNS     | RELATED  | 8,3
          TOO_MANY_COLUMNS    | RELATED  | 8,3,4,1
          """)
  void spoilsALineInItsWay(Stain stain, GeneratedFile file, String expected) {
    assertThat(stain.spoil(file, cells(file), "7")).isEqualTo(expected.replace('\'', '"'));
  }

  @Test
  void spoilsALineInWaysThatCannotBePrinted() {
    List<String> sku = cells(GeneratedFile.SKUS);
    assertThat(Stain.CARRIAGE_RETURN.spoil(GeneratedFile.SKUS, sku, "7")).endsWith("5\r");
    assertThat(Stain.LINE_BREAK.spoil(GeneratedFile.SKUS, sku, "7")).contains("\n");
    assertThat(Stain.NOT_UTF8.spoil(GeneratedFile.SKUS, sku, "7")).contains("\u00e9");
    assertThat(Stain.TOO_LONG.spoil(GeneratedFile.SKUS, sku, "7")).hasSizeGreaterThan(2048);
  }

  @ParameterizedTest
  @EnumSource(GeneratedFile.class)
  void givesEveryKindItsTurnEvenInASmallFile(GeneratedFile file) {
    String clean = String.join(",", cells(file));
    Dirt dirt = new Dirt(file, 0.000_001, new SplittableRandom(1));
    List<String> passed =
        IntStream.range(0, 300).mapToObj(line -> dirt.pass(clean)).distinct().toList();

    List<String> expected = new ArrayList<>();
    for (Stain stain : Stain.values()) {
      if (stain.fits(file)) {
        expected.add(stain.spoil(file, cells(file), "8"));
      }
    }
    assertThat(passed).containsAll(expected);
  }

  @Test
  void spoilsAboutAsManyLinesAsAsked() {
    Dirt dirt = new Dirt(GeneratedFile.SKUS, 0.01, new SplittableRandom(1));
    String clean = String.join(",", cells(GeneratedFile.SKUS));
    long spoiled =
        IntStream.range(0, 100_000)
            .mapToObj(line -> dirt.pass(line + clean.substring(1)))
            .filter(line -> !line.matches("\\d+,3,\"s\",5"))
            .count();
    assertThat(spoiled).isBetween(900L, 1100L);
  }

  @Test
  void writesThePriceOfProductElevenAsTheRealFileDoes() {
    Dirt dirt = new Dirt(GeneratedFile.PRODUCT, 0.001, new SplittableRandom(1));
    assertThat(dirt.pass("11,\"n\",\"s\",\"d\",\"c\",49"))
        .isEqualTo("11,\"n\",\"s\",\"d\",\"c\",\"default_price\": 49");
  }

  private static List<String> cells(GeneratedFile file) {
    return switch (file) {
      case PRODUCT -> List.of("8", "\"n, o\"", "\"s\"", "\"d\"", "\"c\"", "12");
      case FEATURES -> List.of("8", "3", "\"f\"", "null");
      case STYLES -> List.of("8", "3", "\"n\"", "null", "12", "1");
      case PHOTOS -> List.of("8", "3", "\"u\"", "\"t\"");
      case SKUS -> List.of("8", "3", "\"s\"", "5");
      case RELATED -> List.of("8", "3", "4");
    };
  }
}
