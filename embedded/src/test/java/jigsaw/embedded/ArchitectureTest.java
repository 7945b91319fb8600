package jigsaw.embedded;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "jigsaw.embedded", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
  /// The programs in the jars are run, their Java classes are not: what starts a database must not
  /// depend on what is started.
  @ArchTest
  static final ArchRule USES_THE_PLATFORM_AND_PICOCLI_ONLY =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "jigsaw.embedded..", "picocli..", "org.jspecify..");
}
