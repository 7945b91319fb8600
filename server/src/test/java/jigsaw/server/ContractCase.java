package jigsaw.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// One exchange of a contract file: what is sent, and what must come back.
///
/// ```
/// == name of the case
/// GET /products/1 HTTP/1.1        the request, as it is sent but for the ends of lines;
/// Accept-Encoding: gzip           Host and Connection: close are added unless given
/// --
/// 200                             the status
/// Content-Type: text/html         a field whose value must be equal
/// ETag ~ "(.*)"                   a field whose value must match; group 1 is kept
/// ! Content-Encoding              a field that must be absent
/// --
/// {"id":1}                        the body, which must be equal; `*` stands for any body
/// ```
///
/// `{ETag}` in a request stands for what the last `ETag ~` of the file kept. Lines beginning with
/// `#` before the first request line of a case are comments.
record ContractCase(
    String file, String name, List<String> request, List<String> expected, String body) {
  private static final String CASE = "== ";
  private static final String PART = "--";

  static List<ContractCase> readAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<ContractCase> cases = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        Arrays.stream(text.split("(?m)^" + CASE))
            .skip(1)
            .map(part -> parse(file.getFileName().toString(), part))
            .forEach(cases::add);
      }
      return cases;
    }
  }

  private static ContractCase parse(String file, String text) {
    List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
    int answer = lines.indexOf(PART);
    int body = answer + 1 + lines.subList(answer + 1, lines.size()).indexOf(PART);
    if (answer < 2 || body <= answer) {
      throw new IllegalArgumentException(file + ": '" + lines.getFirst() + "' lacks a part");
    }
    return new ContractCase(
        file,
        lines.getFirst(),
        lines.subList(1, answer),
        lines.subList(answer + 1, body),
        String.join("\n", lines.subList(body + 1, lines.size())).strip());
  }

  int status() {
    return Integer.parseInt(expected.getFirst());
  }

  List<String> fields() {
    return expected.subList(1, expected.size());
  }

  @Override
  public String toString() {
    return file + ": " + name;
  }
}
