package jigsaw.etl.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CsvFileTest {
  private static final List<String> COLUMNS = List.of("id", "name", "price");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "1,a,2; 1|a|2",
        "1,\"a\",2; 1|'a'|2",
        "1,\"a, b\",2; 1|'a, b'|2",
        "1,\"a \"\"b\"\"\",2; 1|'a \"b\"'|2",
        "1,null,2; 1|null|2",
        "1,\"null\",2; 1|'null'|2",
        "1, \"a\" , 2; 1|'a'| 2",
        "1,,; 1||",
        "1,\"\",2; 1|''|2",
        "1,2,\"a; repaired 1|2|'a'",
        "1,\"a,2; rejected unclosed quote, and with one appended: expected 3 columns, found 2",
        "1,\"a\"x,2; rejected text behind a closing quote, or a quote that is never closed",
        "1,a\"b,\"c; rejected text behind a closing quote, or a quote that is never closed",
        "1,a \"b\",2; 1|a \"b\"|2",
        "1,5'10\" and 6\" wide,x; 1|5'10\" and 6\" wide|x",
        "1,x,12\" vinyl; repaired 1|x|12\" vinyl",
        "1,12\" vinyl,x; repaired 1|12\" vinyl|x",
        "1,12\" vinyl,\"x\"; repaired 1|12\" vinyl|'x'",
        "1,12\" vinyl; rejected expected 3 columns, found 2",
        "1,12\" vinyl,x,y; rejected expected 3 columns, found 4",
        "1,2; rejected expected 3 columns, found 2",
        "1,2,3,4; rejected expected 3 columns, found 4",
      })
  void readsOneLine(String line, String expected) throws IOException {
    assertThat(read(line + "\n")).containsExactly("1 " + expected);
    assertThat(read("8,x,9\n" + line + "\n9,x,9\n"))
        .containsExactly("1 8|x|9", "2 " + expected, "3 9|x|9");
  }

  @Test
  void numbersLinesBehindAHeaderAsInTheFile() throws IOException {
    assertThat(read("id, name , \"price\"\n1,a,2\n2,b,3")).containsExactly("2 1|a|2", "3 2|b|3");
  }

  @Test
  void readsColumnsInTheOrderOfTheHeader() throws IOException {
    assertThat(read("price,id,name\n3,1,\"a\"\n")).containsExactly("2 1|'a'|3");
  }

  @Test
  void acceptsByteOrderMarkAndCarriageReturns() throws IOException {
    assertThat(read("\uFEFFid,name,price\r\n1,a,2\r\n2,\"b\",3\r"))
        .containsExactly("2 1|a|2", "3 2|'b'|3");
  }

  @Test
  void refusesAHeaderWithOtherNames() {
    assertThatThrownBy(() -> read("id,name,cost\n1,a,2\n"))
        .isInstanceOf(CsvException.class)
        .hasMessageContaining("'id,name,cost', expected id,name,price");
  }

  @Test
  void hasNoRowsInAnEmptyFile() throws IOException {
    assertThat(read("")).isEmpty();
    assertThat(read("id,name,price")).isEmpty();
  }

  @Test
  void namesAMissingFile() {
    assertThatThrownBy(() -> new CsvFile(folder.resolve("none.csv"), COLUMNS, LineRepair.NONE))
        .isInstanceOf(CsvException.class)
        .hasMessageContaining("none.csv: no such file");
  }

  @Test
  void noticesThatAFileGrowsWhileItIsRead() throws IOException {
    Path path = Files.writeString(folder.resolve("grows.csv"), "1,a,2\n");
    try (CsvFile file = new CsvFile(path, COLUMNS, LineRepair.NONE)) {
      Lines lines = new Lines();
      file.read(lines);
      Files.writeString(path, "1,a,2\n2,b,3\n");
      assertThatThrownBy(() -> file.read(lines))
          .isInstanceOf(CsvException.class)
          .hasMessageContaining("changed while it was read");
    }
  }

  @Test
  void rejectsEmptyLinesNulAndWhatIsNotUtf8() throws IOException {
    byte[] content = "1,a,2\n\n2,\0,3\n3,é,4\n4,b,5\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(content))
        .containsExactly(
            "1 1|a|2",
            "2 rejected empty line",
            "3 rejected NUL byte",
            "4 rejected bytes that are not UTF-8",
            "5 4|b|5");
  }

  @Test
  void keepsAReplacementCharacterThatTheFileReallyHas() throws IOException {
    assertThat(read("1,\uFFFD,2\n2,ü😀,3\n")).containsExactly("1 1|\uFFFD|2", "2 2|ü😀|3");
  }

  @Test
  void keepsOnlyTheBeginningOfAnEndlessLine() throws IOException {
    String endless = "2,\"" + "x".repeat(1_000_000) + "\",3";
    String longest = "3," + "y".repeat(LineReader.MAX_LINE_BYTES - 4) + ",4";
    assertThat(read("1,a,2\n" + endless + "\n" + longest + "\n" + endless))
        .containsExactly(
            "1 1|a|2",
            "2 rejected line longer than 65536 bytes",
            "3 3|" + longest.substring(2, longest.length() - 2) + "|4",
            "4 rejected line longer than 65536 bytes");
  }

  @Test
  void readsALoneCarriageReturnOnlyInsideQuotes() throws IOException {
    assertThat(read("1,\"a\rb\",2\n2,a\rb,3\n3,c,4\n"))
        .containsExactly("1 1|'a\rb'|2", "2 rejected a carriage return inside a line", "3 3|c|4");
    assertThat(read("1,a,2\r\r\n2,b,3\r\n3,\"c\r\r\n"))
        .containsExactly(
            "1 rejected a carriage return inside a line",
            "2 2|b|3",
            "3 rejected a carriage return inside a line");
  }

  @Test
  void neverLetsABrokenLineChangeItsNeighbours() throws IOException {
    List<String> kinds =
        List.of(
            "7,\"a\",8",
            "7,a\"b,\"c",
            "d\",e,8",
            "7,a\rb,8",
            "\"7\",\"\"\"\",8",
            "7,8,\"x",
            "7,a\"b,8",
            "7,a\"b\"c,8",
            "");
    Map<String, String> alone = new HashMap<>();
    for (String kind : kinds) {
      alone.put(kind, read("1,x,1\n" + kind + "\n").getLast().substring("2".length()));
    }
    Random random = new Random(5);
    StringBuilder content = new StringBuilder("1,x,1\n");
    List<String> expected = new ArrayList<>(List.of("1 1|x|1"));
    for (int line = 2; line <= 3_000; line++) {
      String kind = kinds.get(random.nextInt(50) == 0 ? random.nextInt(kinds.size()) : 0);
      content.append(kind).append('\n');
      expected.add(line + alone.getOrDefault(kind, ""));
    }
    assertThat(read(content.toString())).isEqualTo(expected);
  }

  private List<String> read(String content) throws IOException {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private List<String> read(byte[] content) throws IOException {
    Path path = Files.write(folder.resolve("test.csv"), content);
    Lines lines = new Lines();
    try (CsvFile file = new CsvFile(path, COLUMNS, LineRepair.NONE)) {
      while (file.read(lines)) {
        assertThat(file.bytesRead()).isPositive();
      }
      assertThat(file.lines()).isEqualTo(lines.seen.size());
    }
    return lines.seen;
  }

  /// Writes down what it is given: line number, then the fields, those in quotes in quotes.
  private static final class Lines implements LineHandler {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void row(CsvRow row) {
      List<String> fields = new ArrayList<>();
      for (int column = 0; column < COLUMNS.size(); column++) {
        String text = row.field(column);
        fields.add(row.isQuoted(column) ? "'" + text + "'" : text);
      }
      seen.add(row.line() + (row.isRepaired() ? " repaired " : " ") + String.join("|", fields));
    }

    @Override
    public void rejected(Reject reject) {
      assertThat(reject.file()).isEqualTo("test.csv");
      seen.add(reject.line() + " rejected " + reject.reason());
    }
  }
}
