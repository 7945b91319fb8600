package jigsaw.etl;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import picocli.CommandLine;

/// One run of the program inside the test's process: what it printed and how it ended.
record EtlRun(int exitCode, String out, String err, String progress) {
  static EtlRun of(Map<String, String> environment, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    ByteArrayOutputStream progress = new ByteArrayOutputStream();
    CommandLine commandLine =
        EtlMain.commandLine(environment, new PrintStream(progress, true, UTF_8));
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int exitCode = commandLine.execute(arguments);
    return new EtlRun(exitCode, out.toString(), err.toString(), progress.toString(UTF_8));
  }
}
