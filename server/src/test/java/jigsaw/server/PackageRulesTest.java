package jigsaw.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;

/// Which package may know which: a tree without cycles, each library in one package.
@AnalyzeClasses(packages = "jigsaw", importOptions = ImportOption.DoNotIncludeTests.class)
final class PackageRulesTest {
  @ArchTest
  static final ArchRule NO_CYCLES =
      slices().matching("jigsaw.server.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule NETTY_IN_HTTP = onlyIn("http", "io.netty..");

  @ArchTest static final ArchRule LETTUCE_IN_CACHE = onlyIn("cache", "io.lettuce..");

  @ArchTest
  static final ArchRule CAFFEINE_IN_CACHE = onlyIn("cache", "com.github.benmanes.caffeine..");

  @ArchTest static final ArchRule PROMETHEUS_IN_METRICS = onlyIn("metrics", "io.prometheus..");

  @ArchTest
  static final ArchRule DATABASE_IN_STORE =
      onlyIn("store", "java.sql..", "javax.sql..", "com.zaxxer..", "com.mysql..");

  @ArchTest static final ArchRule LOGBACK_IN_LOG = onlyIn("log", "ch.qos.logback..");

  @ArchTest static final ArchRule LOG = knows("log");

  @ArchTest static final ArchRule ACCESS_LOG = knows("accesslog", "http");

  @ArchTest static final ArchRule CONTENT = knows("content");

  @ArchTest static final ArchRule ADMISSION = knows("admission");

  @ArchTest static final ArchRule HTTP = knows("http", "content");

  @ArchTest static final ArchRule STORE = knows("store", "admission");

  @ArchTest static final ArchRule CACHE = knows("cache", "content", "store");

  @ArchTest static final ArchRule METRICS = knows("metrics", "http");

  @ArchTest static final ArchRule OPS = knows("ops", "http", "log", "metrics", "content");

  @ArchTest
  static final ArchRule WARM_UP =
      knows("warmup", "http", "content", "cache", "store", "endpoints", "metrics");

  @ArchTest
  static final ArchRule ENDPOINTS = knows("endpoints", "http", "content", "cache", "store");

  /// Nothing but `name` uses the libraries in `packages`.
  private static ArchRule onlyIn(String name, String... packages) {
    return ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("jigsaw.server..")
        .and()
        .resideOutsideOfPackage("jigsaw.server." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(packages);
  }

  /// Of the server's packages, `name` uses only itself and `others`.
  private static ArchRule knows(String name, String... others) {
    String[] allowed = new String[others.length + 1];
    allowed[0] = "jigsaw.server." + name + "..";
    for (int i = 0; i < others.length; i++) {
      allowed[i + 1] = "jigsaw.server." + others[i] + "..";
    }
    return ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("jigsaw.server." + name + "..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("jigsaw.server..").and(resideOutsideOfPackages(allowed)))
        // A package may be listed here before it has classes.
        .allowEmptyShould(true);
  }
}
