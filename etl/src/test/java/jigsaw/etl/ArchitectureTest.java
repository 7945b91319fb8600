package jigsaw.etl;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "jigsaw.etl", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule PACKAGES_FORM_A_TREE =
      slices().matching("jigsaw.etl.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule NOTHING_DEPENDS_ON_THE_PROGRAM =
      noClasses()
          .that()
          .resideInAPackage("jigsaw.etl.*..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jigsaw.etl");

  @ArchTest
  static final ArchRule ONLY_CSV_KNOWS_FASTCSV = onlyIn("jigsaw.etl.csv..", "de.siegmar.fastcsv..");

  @ArchTest
  static final ArchRule ONLY_LOAD_KNOWS_JDBC =
      onlyIn("jigsaw.etl.load..", "java.sql..", "javax.sql..", "com.mysql..");

  @ArchTest
  static final ArchRule ONLY_ROW_KNOWS_ROARING_BITMAPS =
      onlyIn("jigsaw.etl.row..", "org.roaringbitmap..");

  @ArchTest
  static final ArchRule ONLY_PROGRESS_KNOWS_PROGRESS_BARS =
      onlyIn("jigsaw.etl.progress..", "me.tongfei..");

  private static ArchRule onlyIn(String home, String... library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(home)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library);
  }
}
