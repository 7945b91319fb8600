package jigsaw.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jigsaw.embedded.Programs;

/// Requests in a closed loop over keep-alive connections, sent by wrk where that is installed and
/// else by a client of our own.
///
/// `targets` is a file with one request target (RFC 9112, section 3.2) a line, of which each
/// request takes one at random; `fields` are further lines of the request's head.
record Load(Path folder, int core, int connections, Path targets, String fields) {
  private static final Pattern REFUSED = Pattern.compile("Non-2xx[^:]*: (\\d+)");
  private static final Pattern COUNT = Pattern.compile("(\\d+) requests in ");

  /// What the load generator is called in reports.
  static String generator() {
    return Programs.find("wrk").isPresent() ? "wrk" : "our own closed-loop client";
  }

  /// Sends for so many seconds.
  ///
  /// @return how many requests were answered
  /// @throws IOException if a connection failed, or one answer in a thousand was not 200
  long send(int port, int seconds) throws IOException, InterruptedException {
    String output = run(Child.pinned(core, command(port, seconds)));
    Matcher count = COUNT.matcher(output);
    Matcher refused = REFUSED.matcher(output);
    long answered = count.find() ? Long.parseLong(count.group(1)) : 0;
    long failed = refused.find() ? Long.parseLong(refused.group(1)) : 0;
    if (failed > answered / 1000 || output.contains("Socket errors")) {
      throw new IOException("requests failed:\n" + output);
    }
    return answered;
  }

  private List<String> command(int port, int seconds) throws IOException {
    if (Programs.find("wrk").isEmpty()) {
      return Child.java(
          ClosedLoopClient.class,
          Integer.toString(port),
          Integer.toString(connections),
          Integer.toString(seconds),
          targets.toString(),
          fields);
    }
    Path script = Files.createTempFile(folder, "wrk", ".lua");
    Files.writeString(script, script());
    return List.of(
        "wrk",
        "-t1",
        "-c" + connections,
        "-d" + seconds + "s",
        "-s",
        script.toString(),
        "http://127.0.0.1:" + port);
  }

  private String script() {
    return """
    local tail = " HTTP/1.1\\r\\nHost: 127.0.0.1\\r\\n%s\\r\\n"
    local requests = {}
    for line in io.lines("%s") do requests[#requests + 1] = "GET " .. line .. tail end
    math.randomseed(%s)
    request = function() return requests[math.random(#requests)] end
    """
        .formatted(
            fields.replace("\"", "\\\"").replace("\r\n", "\\r\\n"),
            targets,
            Long.toString(System.nanoTime() & 0xffff_ffffL));
  }

  private static String run(List<String> command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ":\n" + output);
    }
    return output;
  }
}
