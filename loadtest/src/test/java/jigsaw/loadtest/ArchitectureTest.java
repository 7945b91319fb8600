package jigsaw.loadtest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "jigsaw.loadtest", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  @ArchTest
  static final ArchRule HYPERFOIL_IN_ONE_PACKAGE = only("drive", "io.hyperfoil..", "io.netty..");

  @ArchTest static final ArchRule HISTOGRAMS_IN_ONE_PACKAGE = only("measure", "org.HdrHistogram..");

  @ArchTest static final ArchRule JSON_IN_ONE_PACKAGE = only("json", "com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule PACKAGES_FORM_A_TREE =
      slices().matching("jigsaw.loadtest.(*)..").should().beFreeOfCycles();

  private static ArchRule only(String user, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage("jigsaw.loadtest." + user)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }
}
