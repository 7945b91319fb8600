package jigsaw.etl;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import jigsaw.catalog.JsonLine;
import jigsaw.catalog.settings.LogLevel;
import jigsaw.catalog.settings.LogOptions;
import jigsaw.etl.progress.ProgressStyle;

/// Tells what a run does: in sentences for people, or as one JSON object a line with the keys
/// `time` (RFC 3339, UTC), `level`, `logger`, `message` and those of the occasion.
final class RunLog {
  private final PrintStream out;
  private final boolean json;
  private final LogLevel level;

  /// `quiet` leaves out what is only progress.
  RunLog(PrintStream out, LogOptions options, boolean quiet) {
    this.out = out;
    json = options.isJson();
    level = quiet && options.level().compareTo(LogLevel.WARN) > 0 ? LogLevel.WARN : options.level();
  }

  boolean isJson() {
    return json;
  }

  /// Bars and tables are for people only.
  ProgressStyle progressStyle() {
    return ProgressStyle.forThisProcess(json || !tells(LogLevel.INFO));
  }

  void info(String sentence) {
    say(LogLevel.INFO, sentence, Map.of());
  }

  void warn(String sentence) {
    say(LogLevel.WARN, sentence, Map.of());
  }

  /// A step is over. People see that the next one begins.
  void ended(String step, double seconds) {
    if (json) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("step", step);
      fields.put("seconds", seconds);
      say(LogLevel.INFO, "step ended", fields);
    }
  }

  /// What a run has done, as one JSON object. People are shown a table.
  void report(String sentence, String report) {
    if (json) {
      say(LogLevel.INFO, sentence, Map.of("report", new JsonLine.Raw(report)));
    }
  }

  /// The run ends with a failure. People are told by the command line.
  void failed(ExitCode code, Exception failure) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("outcome", code.toString());
    fields.put("exitCode", code.number());
    if (code == ExitCode.FAILED) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      fields.put("failure", trace.toString());
    }
    String message = code == ExitCode.INTERRUPTED ? "interrupted" : failure.getMessage();
    say(LogLevel.ERROR, String.valueOf(message), fields);
  }

  private boolean tells(LogLevel weight) {
    return weight.compareTo(level) <= 0;
  }

  private void say(LogLevel weight, String sentence, Map<String, ?> more) {
    if (!tells(weight)) {
      return;
    }
    if (!json) {
      out.println(sentence);
      return;
    }
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS));
    fields.put("level", weight);
    fields.put("logger", "etl");
    fields.put("message", sentence);
    fields.putAll(more);
    out.println(JsonLine.of(fields));
  }
}
