package jigsaw.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SchemaTest {
  private final GenerationTables tables = new GenerationTables(7);

  @Test
  void makesEveryTableOfAGenerationUnderItsOwnName() {
    List<String> statements = Schema.generation(tables);

    assertThat(statements).hasSameSizeAs(Schema.GENERATION_TABLES);
    for (int i = 0; i < statements.size(); i++) {
      String name = tables.name(Schema.GENERATION_TABLES.get(i));
      assertThat(statements.get(i)).startsWith("CREATE TABLE " + name + " (").doesNotContain("{g}");
    }
  }

  @Test
  void namesTheTablesAsTheSchemaDoes() {
    assertThat(
            List.of(
                tables.product(),
                tables.feature(),
                tables.style(),
                tables.photo(),
                tables.sku(),
                tables.related(),
                tables.productDocument(),
                tables.stylesDocument()))
        .isEqualTo(Schema.GENERATION_TABLES.stream().map(tables::name).toList());
  }

  @Test
  void makesWhatIsSharedRepeatably() {
    assertThat(Schema.shared())
        .satisfiesExactly(
            register ->
                assertThat(register).startsWith("CREATE TABLE IF NOT EXISTS catalog_generation ("),
            changes ->
                assertThat(changes).startsWith("CREATE TABLE IF NOT EXISTS catalog_change ("));
  }

  @Test
  void refusesAGenerationBelowOne() {
    assertThatThrownBy(() -> new GenerationTables(0)).hasMessageContaining("generation: 0");
  }
}
