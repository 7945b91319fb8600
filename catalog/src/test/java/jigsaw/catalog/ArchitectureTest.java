package jigsaw.catalog;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "jigsaw.catalog", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule ONLY_WRITERS_OF_JSON_USE_JACKSON =
      noClasses()
          .that()
          .doNotBelongToAnyOf(CatalogJson.class, JsonLine.class)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule THE_CATALOGUE_KNOWS_NO_SETTINGS =
      noClasses()
          .that()
          .resideInAPackage("jigsaw.catalog")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jigsaw.catalog.settings", "picocli..");
}
