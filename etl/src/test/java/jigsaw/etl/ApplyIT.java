package jigsaw.etl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jigsaw.catalog.GenerationTables;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.etl.csv.CsvException;
import jigsaw.etl.load.Session;
import jigsaw.etl.load.StoredDocuments;
import jigsaw.etl.progress.ProgressStyle;
import jigsaw.etl.row.IdSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Changes of prices and stock in a loaded catalogue. The fixture's styles and skus: product 1 has
/// the styles 10 and 12, product 2 has 20 and 21, product 5 has 30.
@TestInstance(Lifecycle.PER_CLASS)
final class ApplyIT {
  private static final String SCHEMA = "jigsaw_apply_it";
  private static final String HEADER =
      "product_id,style_id,sku_id,original_price,sale_price,quantity\n";

  private final EmbeddedMariaDb database;
  private TestSchema schema;
  @TempDir private Path folder;

  ApplyIT(@TempDir Path data) throws SQLException {
    database = EmbeddedMariaDb.start(data);
    schema = new TestSchema(database, SCHEMA);
  }

  @AfterAll
  void stop() throws SQLException {
    schema.close();
    database.close();
  }

  @BeforeEach
  void load() throws SQLException {
    schema.execute("DROP DATABASE " + SCHEMA);
    schema.close();
    schema = new TestSchema(database, SCHEMA);
    assertThat(load("--styles-documents=plain").exitCode()).isZero();
  }

  @Test
  void changesRowsAndDocumentsAlike() throws Exception {
    EtlRun run =
        apply(
            HEADER
                + "2,20,,13.00,9.99,\n"
                + "2,20,4,,,0\n"
                + "1,12,,,null,\n"
                + "1,10, ,, 120.5 ,\n");
    assertThat(run.exitCode()).describedAs(run.err()).isZero();
    assertThat(run.out()).contains("4 lines read, 4 applied, 0 rejected; 2 documents made anew");
    assertThat(schema.query("SELECT id, original_price, sale_price FROM style_g1 ORDER BY id"))
        .contains("10|140.00|120.50", "12|140.00|null", "20|13.00|9.99");
    assertThat(schema.documents("styles_document_g1"))
        .anySatisfy(document ->
            assertThat(document)
                .contains("\"original_price\":\"13.00\",\"sale_price\":\"9.99\"")
                .contains("\"4\":{\"quantity\":0,\"size\":\"7.5\"}"))
        .anySatisfy(document ->
            assertThat(document).startsWith("{\"product_id\":\"1\"").contains("\"120.50\""));
    assertThat(schema.query("SELECT generation, product_id, seq FROM catalog_change"))
        .containsExactly("1|1|1", "1|2|2");
    assertDocumentsAreWhatALoadWouldMake();
  }

  @Test
  void keepsTheFormOfTheDocuments() throws SQLException {
    assertThat(load("--styles-documents=gzip").exitCode()).isZero();
    assertThat(apply(HEADER + "2,20,4,,,7\n").exitCode()).isZero();
    assertThat(schema.query("SELECT HEX(LEFT(body, 2)) FROM styles_document_g2"))
        .containsOnly("1F8B");
  }

  @Test
  void makesTheSameChangeTwiceWithoutHarm() throws SQLException {
    String change = HEADER + "2,20,4,,,7\n";
    assertThat(apply(change).exitCode()).isZero();
    List<String> once = schema.content(1);
    assertThat(apply(change).exitCode()).isZero();
    assertThat(schema.content(1)).isEqualTo(once);
    assertThat(schema.query("SELECT product_id, seq FROM catalog_change")).containsExactly("2|2");
  }

  @Test
  void rejectsWhatIsNoChangeWithItsReason() throws IOException, SQLException {
    List<String> before = schema.content(1);
    EtlRun run =
        apply(
            HEADER
                + "1,10,,,,\n"
                + "1,10,,-3,,\n"
                + "1,10,,null,,\n"
                + "1,10,,1.234,,\n"
                + "1,10,,,,5\n"
                + "1,10,1,5,,\n"
                + "1,10,1,,,-1\n"
                + "1,10,1,,,\n"
                + "x,10,1,,,3\n"
                + "1,10,1,,3\n"
                + "99,10,,5,,\n"
                + "2,10,,5,,\n"
                + "2,20,999,,,5\n",
            "--max-rejects=100%");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("13 lines read, 0 applied, 13 rejected");
    assertThat(Files.readString(folder.resolve("rejects.csv")))
        .contains("changes.csv,2,original_price,nothing to change,\"1,10,,,,\"")
        .contains("changes.csv,3,original_price,negative price,")
        .contains("changes.csv,4,original_price,null is not allowed here,")
        .contains("changes.csv,5,original_price,not a price")
        .contains("changes.csv,6,quantity,\"a style has no quantity, expected a sku_id\",")
        .contains("changes.csv,7,original_price,a sku has no price,")
        .contains("changes.csv,8,quantity,negative number,")
        .contains("changes.csv,9,quantity,\"empty, expected a number\",")
        .contains("changes.csv,10,product_id,not a whole number,")
        .contains("changes.csv,11,,")
        .contains("changes.csv,12,style_id,the product has no such style,")
        .contains("changes.csv,13,style_id,the product has no such style,")
        .contains("changes.csv,14,sku_id,the style has no such sku,");
    assertThat(schema.content(1)).isEqualTo(before);
    assertThat(schema.query("SELECT * FROM catalog_change")).isEmpty();
  }

  @Test
  void readsAFileAsDirtyAsThoseOfALoad() throws IOException, SQLException {
    String text =
        """
        quantity, sku_id, style_id, product_id, sale_price, original_price
         7 , 4, 20, 2,,
        ,,20,2, null , "13.5"
        ,,20,2,"null",
        8,4,20,2,,"
        8,4,20,2,,é
        9999999999,4,20,2,,
        ,,10,1,,10000000000

        8,4,20,2,,,\
        """;
    // In this encoding the beginning is a BOM, and the accent is not UTF-8.
    byte[] bytes = ("ï»¿" + text.replace("\n", "\r\n")).getBytes(ISO_8859_1);
    EtlRun run = applyFile(Files.write(folder.resolve("changes.csv"), bytes), "--max-rejects=100%");
    assertThat(run.exitCode()).describedAs(run.err()).isZero();
    assertThat(run.out()).contains("9 lines read, 2 applied, 7 rejected");
    assertThat(quantityOfSku4()).isEqualTo("7");
    assertThat(schema.query("SELECT original_price, sale_price FROM style_g1 WHERE id = 20"))
        .containsExactly("13.50|null");
    assertThat(Files.readString(folder.resolve("rejects.csv")))
        .contains("changes.csv,4,sale_price,not a price")
        .contains("changes.csv,5,")
        .contains("changes.csv,6,")
        .contains("changes.csv,7,quantity,number above 2147483647,")
        .contains("changes.csv,8,original_price,not a price")
        .contains("changes.csv,9,")
        .contains("changes.csv,10,");
  }

  @Test
  void changesNothingWhenTooMuchOfTheFileIsBad() throws SQLException {
    List<String> before = schema.content(1);
    EtlRun run = apply(HEADER + "2,20,4,,,7\n2,20,4,,,many\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTS.number());
    assertThat(run.err()).contains("changes.csv: 1 of 2 lines rejected");
    assertThat(run.out()).contains("2 lines read, 0 applied, 1 rejected");
    assertThat(schema.content(1)).isEqualTo(before);
  }

  @Test
  void changesNothingOfATransactionThatFails() throws Exception {
    List<String> before = schema.content(1);
    schema.execute("ALTER TABLE catalog_change ADD CONSTRAINT full CHECK (seq > 100)");
    EtlRun run = apply(HEADER + "2,20,4,,,7\n1,10,,99,,\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE.number());
    assertThat(run.err()).contains("catalog_change");
    assertThat(schema.content(1)).isEqualTo(before);
    schema.execute("ALTER TABLE catalog_change DROP CONSTRAINT full");
    assertThat(apply(HEADER + "2,20,4,,,7\n1,10,,99,,\n").exitCode()).isZero();
    assertDocumentsAreWhatALoadWouldMake();
  }

  @Test
  void keepsWholeTransactionsWhenItsConnectionIsCut() throws Exception {
    int changes = 600;
    StringBuilder file = new StringBuilder(HEADER);
    for (int quantity = 1; quantity <= changes; quantity++) {
      file.append("2,20,4,,,").append(quantity).append('\n');
      if (quantity == changes / 2) {
        file.append("5,30,,77,,\n");
      }
    }
    try (TestSchema other = new TestSchema(database, SCHEMA);
        ExecutorService executor = Executors.newSingleThreadExecutor()) {
      other.execute("START TRANSACTION");
      other.query("SELECT * FROM style_g1 WHERE product_id = 5 AND id = 30 FOR UPDATE");
      Future<EtlRun> running = executor.submit(() -> apply(file.toString()));
      String waiting =
          await()
              .until(
                  () ->
                      schema.query(
                          "SELECT id FROM information_schema.processlist WHERE db = '"
                              + SCHEMA
                              + "' AND info LIKE 'UPDATE style_g1 SET%'"),
                  found -> found.size() == 1)
              .getFirst();
      schema.execute("KILL " + waiting);
      EtlRun run = running.get();
      assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE.number());
      assertThat(run.err()).contains("connection", "run the same command again");
    }
    int quantity = Integer.parseInt(quantityOfSku4());
    assertThat(quantity).isBetween(1, changes / 2 - 1);
    assertThat(schema.query("SELECT original_price FROM style_g1 WHERE id = 30"))
        .doesNotContain("77.00");
    assertThat(schema.query("SELECT product_id, seq FROM catalog_change")).containsExactly("2|1");
    assertDocumentsAreWhatALoadWouldMake();

    assertThat(apply(file.toString()).exitCode()).isZero();
    assertThat(quantityOfSku4()).isEqualTo(String.valueOf(changes));
    assertDocumentsAreWhatALoadWouldMake();
  }

  @Test
  void tellsWhatWasChangedBeforeThereWereTooManyRejects() throws SQLException {
    EtlRun run = apply(HEADER + "2,20,4,,,7\n2,20,999,,,7\n", "--max-rejects=0");
    assertThat(run.exitCode()).isEqualTo(ExitCode.REJECTS.number());
    assertThat(run.out()).contains("2 lines read, 1 applied, 1 rejected; 1 documents made anew");
    assertThat(quantityOfSku4()).isEqualTo("7");
  }

  @Test
  void writesAReport() throws IOException {
    Path report = folder.resolve("report.json");
    String option = "--report=" + report;
    assertThat(apply(HEADER + "2,20,4,,,7\n", option).exitCode()).isZero();
    assertThat(Files.readString(report))
        .startsWith(
            "{\"outcome\":\"done\",\"lines\":1,\"valid\":1,\"applied\":1,\"rejected\":0,"
                + "\"documents\":1,\"seconds\":");
    assertThat(apply(HEADER + "2,20,4,,,many\n", option).exitCode()).isNotZero();
    assertThat(Files.readString(report)).startsWith("{\"outcome\":\"rejects\",\"lines\":1,");
    assertThat(apply(HEADER, "--report=" + folder.resolve("missing/report.json")).exitCode())
        .isEqualTo(ExitCode.FILES.number());
  }

  @Test
  void refusesAFileThatHasChangedSinceItWasFirstSeen() throws Exception {
    List<String> before = schema.content(1);
    Path file = write(HEADER + "2,20,4,,,7\n");
    ChangeRun run = new ChangeRun(file, new ChangeOptions(), ProgressStyle.QUIET, System.err);
    Files.writeString(file, HEADER + "2,20,4,,,7\n2,20,4,,,8\n");
    assertThatThrownBy(() -> run.apply(schema.database(), _ -> {}))
        .isInstanceOf(CsvException.class)
        .hasMessageContaining("changed while it was read");
    assertThat(schema.content(1)).isEqualTo(before);
  }

  @Test
  void makesTheTableOfChangesInASchemaThatHasNone() throws SQLException {
    schema.execute("DROP TABLE catalog_change");
    assertThat(apply(HEADER + "2,20,4,,,7\n").exitCode()).isZero();
    assertThat(schema.query("SELECT product_id, seq FROM catalog_change")).containsExactly("2|1");
  }

  @Test
  void changesNoTablesThatItDoesNotKnow() throws SQLException {
    schema.execute("UPDATE catalog_generation SET schema_version = 99");
    List<String> before = schema.content(1);
    EtlRun run = apply(HEADER + "2,20,4,,,7\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE.number());
    assertThat(run.err()).contains("the live generation has schema version 99, expected");
    assertThat(schema.content(1)).isEqualTo(before);
  }

  @Test
  void saysThatThereIsNoSuchFile() {
    EtlRun run = EtlRun.of(schema.environment(), "apply", "--changes=" + folder.resolve("none"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILES.number());
    assertThat(run.err()).contains("none: no such file");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void waitsForNoOtherRun() throws SQLException {
    schema.query("SELECT GET_LOCK('jigsaw.etl." + SCHEMA + "', 1)");
    EtlRun run = apply(HEADER + "2,20,4,,,7\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BUSY.number());
  }

  @Test
  void saysThatNothingIsLoaded() throws SQLException {
    schema.execute("DELETE FROM catalog_generation");
    EtlRun run = apply(HEADER + "2,20,4,,,7\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.DATABASE.number());
    assertThat(run.err()).contains("no generation is live in").contains("load one first");
  }

  @Test
  void saysWhichColumnsAreExpected() {
    EtlRun run = apply("sku,quantity\n4,7\n");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILES.number());
    assertThat(run.err()).contains("changes.csv").contains(HEADER.strip());
  }

  @Test
  void onlyJudgesWhenToldSo() throws SQLException {
    List<String> before = schema.content(1);
    EtlRun run = apply(HEADER + "2,20,4,,,7\n", "--dry-run");
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 lines read, 1 valid, 0 rejected");
    assertThat(schema.content(1)).isEqualTo(before);
  }

  @Test
  void forgetsTheChangesOfADroppedGeneration() throws SQLException {
    apply(HEADER + "2,20,4,,,7\n");
    load();
    load("--styles-documents=plain");
    load("--styles-documents=plain");
    load("--styles-documents=plain");
    assertThat(schema.query("SELECT DISTINCT generation FROM catalog_change")).isEmpty();
  }

  @Test
  void leavesDocumentsAsALoadWouldMakeThemAfterAnySeriesOfChanges() throws Exception {
    for (int seed = 1; seed <= 12; seed++) {
      EtlRun run = apply(randomChanges(new Random(seed)), "--max-rejects=100%");
      assertThat(run.exitCode()).describedAs("seed " + seed + run.err()).isZero();
      assertDocumentsAreWhatALoadWouldMake();
    }
  }

  private String quantityOfSku4() throws SQLException {
    return schema.query("SELECT quantity FROM sku_g1 WHERE style_id = 20 AND id = 4").getFirst();
  }

  private String randomChanges(Random random) throws SQLException {
    List<String> styles = schema.query("SELECT product_id, id FROM style_g1");
    List<String> skus =
        schema.query(
            "SELECT s.product_id, s.id, k.id FROM sku_g1 k JOIN style_g1 s ON s.id = k.style_id");
    StringBuilder file = new StringBuilder(HEADER);
    for (int line = 0; line < 1 + random.nextInt(40); line++) {
      if (random.nextBoolean()) {
        file.append(pick(skus, random)).append(",,,").append(random.nextInt(1_000_000));
      } else {
        String sale = List.of("", "null", random.nextInt(900) + ".5").get(random.nextInt(3));
        file.append(pick(styles, random))
            .append(",,")
            .append(random.nextInt(1_000))
            .append(',')
            .append(sale)
            .append(',');
      }
      file.append('\n');
    }
    return file.toString();
  }

  private static String pick(List<String> rows, Random random) {
    return rows.get(random.nextInt(rows.size())).replace('|', ',');
  }

  /// Compares with what is made of the rows by the code that makes the documents of a load.
  private void assertDocumentsAreWhatALoadWouldMake() throws Exception {
    List<String> stored = documents();
    IdSet products = new IdSet();
    schema.query("SELECT id FROM product_g1").forEach(id -> products.add(Integer.parseInt(id)));
    try (Session session = schema.open()) {
      StoredDocuments documents = new StoredDocuments(session, new GenerationTables(1));
      documents.renew(products, documents.formats());
    }
    assertThat(documents()).isEqualTo(stored);
  }

  private List<String> documents() throws SQLException {
    return schema.query("SELECT product_id, HEX(body) FROM styles_document_g1 ORDER BY 1");
  }

  private EtlRun load(String... options) {
    Map<String, String> environment = schema.environment();
    environment.put("JIGSAW_CSV", CsvFolder.of("clean", folder).path().toString());
    environment.put("JIGSAW_REJECTS", folder.resolve("rejects.csv").toString());
    return EtlRun.of(environment, options);
  }

  private EtlRun apply(String changes, String... options) {
    return applyFile(write(changes), options);
  }

  private EtlRun applyFile(Path changes, String... options) {
    List<String> arguments = new ArrayList<>(List.of("apply"));
    arguments.add("--changes=" + changes);
    arguments.add("--rejects=" + folder.resolve("rejects.csv"));
    arguments.addAll(List.of(options));
    return EtlRun.of(schema.environment(), arguments.toArray(String[]::new));
  }

  private Path write(String changes) {
    try {
      return Files.writeString(folder.resolve("changes.csv"), changes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
