package jigsaw.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.etl.row.CatalogFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
final class EtlIT {
  private static final String SCHEMA = "jigsaw_etl_it";

  private final EmbeddedMariaDb database;
  private TestSchema schema;
  @TempDir private Path folder;

  EtlIT(@TempDir Path data) throws SQLException {
    database = EmbeddedMariaDb.start(data);
    schema = new TestSchema(database, SCHEMA);
  }

  @AfterAll
  void stop() throws SQLException {
    schema.close();
    database.close();
  }

  @BeforeEach
  void emptySchema() throws SQLException {
    schema.execute("DROP DATABASE " + SCHEMA);
    schema.close();
    schema = new TestSchema(database, SCHEMA);
  }

  @Test
  void loadsRowsInTheirTables() throws SQLException {
    assertThat(load("clean").exitCode()).isZero();
    assertThat(schema.query("SELECT * FROM product_g1 ORDER BY id"))
        .containsExactly(
            "1|1|Moss Hat|Grow on me|Two  spaces, a comma & an apostrophe's worth.|Hats|140.00",
            "2|2|Plain Socks|Warm \"feet\"||Socks|12.50",
            "5|3|Ünï Scarf ☃😀|Tab\there|back\\slash and \\N|Scarves|5000000.00",
            "9|4|Lonely Lamp|null|\\0 \\t|Lamps|0.00");
    assertThat(schema.query("SELECT * FROM feature_g1"))
        .containsExactly(
            "1|1|Fabric|Canvas", "1|2|Buttons|null", "1|3|null|null", "2|4|Heel|", "5|7|Länge|2 m");
    assertThat(schema.query("SELECT id FROM feature_g1 WHERE value IS NULL")).containsExactly("3");
    assertThat(schema.query("SELECT * FROM style_g1 WHERE product_id IN (1, 5)"))
        .containsExactly(
            "1|10|Green & Black|140.00|null|1",
            "1|12|Sand|140.00|100.00|0",
            "5|30|Grey|500000000.00|0.00|0");
    assertThat(schema.query("SELECT related_product_id FROM related_g1 WHERE product_id = 1"))
        .containsExactly("2", "5", "1", "2");
    assertThat(schema.query("SELECT id, products FROM catalog_generation WHERE state = 'live'"))
        .containsExactly("1|4");
    assertThat(schema.query("SELECT COUNT(*) FROM sku")).containsExactly("5");
  }

  @Test
  void storesTheDocumentsOfTheContract() throws SQLException, DataFormatException {
    assertThat(load("clean", "--product-documents=gzip", "--styles-documents=plain").exitCode())
        .isZero();
    assertThat(schema.documents("product_document_g1"))
        .hasSize(4)
        .contains(
            "{\"id\":1,\"name\":\"Moss Hat\",\"slogan\":\"Grow on me\",\"description\":"
                + "\"Two  spaces, a comma & an apostrophe's worth.\",\"category\":\"Hats\","
                + "\"default_price\":\"140.00\",\"features\":[{\"feature\":\"Fabric\",\"value\":"
                + "\"Canvas\"},{\"feature\":\"Buttons\",\"value\":\"null\"},{\"feature\":\"null\","
                + "\"value\":null}]}");
    assertThat(schema.documents("styles_document_g1"))
        .hasSize(4)
        .contains("{\"product_id\":\"9\",\"results\":[]}")
        .contains(
            "{\"product_id\":\"2\",\"results\":[{\"style_id\":20,\"name\":\"White\","
                + "\"original_price\":\"12.50\",\"sale_price\":null,\"default?\":true,\"photos\":["
                + "{\"thumbnail_url\":null,\"url\":\"https://img.example/c\"}],\"skus\":{\"4\":"
                + "{\"quantity\":3,\"size\":\"7.5\"}}},{\"style_id\":21,\"name\":\"White too\","
                + "\"original_price\":\"12.50\",\"sale_price\":\"9.90\",\"default?\":true,"
                + "\"photos\":[{\"thumbnail_url\":null,\"url\":null}],\"skus\":{\"null\":"
                + "{\"quantity\":null,\"size\":null}}}]}");
  }

  @Test
  void tellsWhatBecameOfEveryLine() throws IOException, SQLException {
    Path report = folder.resolve("report.json");
    EtlRun run = load("dirty", "--max-rejects=100%", "--report=" + report);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("product.csv +26 +5 +21 +1 ")
        .containsPattern("skus.csv +9 +2 +7 +0 ")
        .containsPattern("total +63 +19 +44 +4 ");
    assertThat(report)
        .content()
        .contains("\"outcome\":\"done\",\"generation\":1")
        .contains("\"file\":\"photos.csv\",\"lines\":5,\"loaded\":3,\"repaired\":1,\"rejected\":2");
    assertThat(Files.readString(folder.resolve("rejects.csv")))
        .contains("features.csv,5,,\"unclosed quote, and with one appended:")
        .contains("related.csv,3,related_product_id,related product 0 means none,\"2,1,0\"");
    assertThat(schema.query("SELECT report FROM catalog_generation").getFirst())
        .contains("\"file\":\"skus.csv\",\"lines\":9");
  }

  @Test
  void loadsAnyOrderOfLinesIntoTheSameTables() throws SQLException {
    assertThat(loadFrom(CsvFolder.of("clean", folder)).exitCode()).isZero();
    List<String> sorted = schema.content(1);
    for (int seed = 1; seed <= 5; seed++) {
      EtlRun run = loadFrom(CsvFolder.of("clean", folder).shuffled(seed));
      assertThat(run.exitCode()).describedAs(run.err()).isZero();
      assertThat(schema.content(seed + 1)).describedAs("seed " + seed).isEqualTo(sorted);
    }
  }

  @Test
  void keepsOnlyThePreviousGenerationAndGoesBackToIt() throws SQLException {
    load("clean");
    load("clean");
    assertThat(schema.states()).containsExactly("1|previous", "2|live");
    load("clean");
    assertThat(schema.states()).containsExactly("1|retired", "2|previous", "3|live");
    EtlRun rollback = EtlRun.of(schema.environment(), "rollback");
    assertThat(rollback.exitCode()).isZero();
    assertThat(rollback.out()).contains("generation 2 is live again");
    assertThat(schema.states()).containsExactly("1|retired", "2|live", "3|previous");
    load("clean");
    assertThat(schema.states()).containsExactly("2|previous", "3|retired", "4|live");
    assertThat(schema.tables()).hasSize(24);
    assertThat(EtlRun.of(schema.environment(), "status").out())
        .containsPattern("4 +live +4")
        .containsPattern("2 +previous +4");
  }

  @Test
  void hasNothingToGoBackToAfterTheFirstLoad() {
    load("clean");
    assertThat(EtlRun.of(schema.environment(), "rollback").exitCode())
        .isEqualTo(ExitCode.NOTHING.number());
  }

  @Test
  void leavesTheLiveGenerationAloneWhenTooMuchIsRejected() throws SQLException {
    load("clean");
    List<String> before = schema.content(1);
    for (String limit : List.of("1%", "10")) {
      EtlRun run = load("dirty", "--force", "--max-rejects=" + limit);
      assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTS.number());
      assertThat(run.err()).contains("--max-rejects");
      assertThat(run.progress()).contains("what was live before is still live");
    }
    assertThat(schema.states()).containsExactly("1|live");
    assertThat(schema.tables()).hasSize(8);
    assertThat(schema.content(1)).isEqualTo(before);
  }

  @Test
  void refusesACatalogueThatHasLostMuchUnlessForced() throws SQLException {
    loadFrom(manyProducts(20));
    CsvFolder fewer = manyProducts(17);
    EtlRun refused = loadFrom(fewer);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.VERIFICATION.number());
    assertThat(refused.err()).contains("17 products are less than 90 % of the 20");
    assertThat(loadFrom(fewer, "--force").exitCode()).isZero();
    assertThat(loadFrom(manyProducts(16)).exitCode()).isZero();
    assertThat(schema.states()).hasSize(3).contains("3|live");
  }

  @Test
  void tellsWhyThereIsNoProduct() throws IOException, SQLException {
    String bad = "id,name,slogan,description,category,default_price\nx,a,b,c,d,1\n2,a,b,c,d,-1\n";
    EtlRun run = loadFrom(CsvFolder.of("clean", folder).with(CatalogFile.PRODUCT, bad));
    assertThat(run.exitCode()).isEqualTo(ExitCode.VERIFICATION.number());
    assertThat(run.err())
        .contains("2 of the 2 lines of product.csv were rejected")
        .contains("product.csv:2 not a whole number; product.csv:3 ");
    assertThat(folder.resolve("rejects.csv"))
        .content()
        .contains("product.csv,2,id,", "product.csv,3,default_price,");
  }

  @Test
  void removesWhatAnInterruptedLoadLeft() throws SQLException {
    load("clean");
    schema.execute(
        "INSERT INTO catalog_generation (id, state, schema_version, started_at) "
            + "VALUES (2, 'loading', 1, UTC_TIMESTAMP(3))");
    schema.execute("CREATE TABLE product_g2 (id INT)");
    schema.execute("CREATE TABLE sku_g2 (id INT)");
    EtlRun run = load("clean");
    assertThat(run.exitCode()).isZero();
    assertThat(run.progress()).contains("dropped generation 2");
    assertThat(schema.query("SHOW TABLES LIKE 'product_g%'")).hasSize(2);
    assertThat(schema.states()).containsExactly("1|previous", "2|live");
  }

  @Test
  void namesTheRunThatIsInProgress() throws SQLException {
    load("clean");
    schema.query("SELECT GET_LOCK('jigsaw.etl." + SCHEMA + "', 1)");
    EtlRun run = load("clean");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BUSY.number());
    assertThat(run.err())
        .contains("another run is loading schema '" + SCHEMA + "': connection")
        .contains(database.user());
    assertThat(schema.states()).containsExactly("1|live");
  }

  @Test
  void makesASchemaThatDoesNotExistYet() throws SQLException {
    schema.execute("DROP DATABASE IF EXISTS jigsaw_new");
    Map<String, String> environment = schema.environment();
    environment.put("JIGSAW_DB_URL", database.jdbcUrl("jigsaw_new"));
    assertThat(load(environment, CsvFolder.of("clean", folder)).exitCode()).isZero();
    assertThat(schema.query("SELECT COUNT(*) FROM jigsaw_new.style")).containsExactly("5");
  }

  @Test
  void saysThatAUserMayNotWrite() {
    Map<String, String> environment = schema.environment();
    environment.put("JIGSAW_DB_USER", database.readOnlyUser());
    environment.put("JIGSAW_DB_PASSWORD", database.readOnlyPassword());
    EtlRun run = load(environment, CsvFolder.of("clean", folder));
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE.number());
    assertThat(run.err()).contains("denied").doesNotContain(database.readOnlyPassword());
  }

  @Test
  void saysThatThePasswordIsWrongWithoutShowingIt() {
    Map<String, String> environment = schema.environment();
    environment.put("JIGSAW_DB_PASSWORD", "not-the-password");
    EtlRun run = load(environment, CsvFolder.of("clean", folder));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(run.err()).contains("was refused at").doesNotContain("not-the-password");
  }

  private CsvFolder manyProducts(int count) {
    CsvFolder files = CsvFolder.of("clean", folder);
    return files.with(
        CatalogFile.PRODUCT,
        IntStream.rangeClosed(1, count)
            .mapToObj(id -> id + ",\"n\",\"s\",\"d\",\"c\",1\n")
            .collect(Collectors.joining()));
  }

  private EtlRun load(String theme, String... options) {
    return loadFrom(CsvFolder.of(theme, folder), options);
  }

  private EtlRun loadFrom(CsvFolder files, String... options) {
    return load(schema.environment(), files, options);
  }

  private EtlRun load(Map<String, String> environment, CsvFolder files, String... options) {
    environment.put("JIGSAW_CSV", files.path().toString());
    environment.put("JIGSAW_REJECTS", folder.resolve("rejects.csv").toString());
    return EtlRun.of(environment, options);
  }
}
