package jigsaw.etl.report;

import java.util.Locale;

/// The outcome of one file of changes. `outcome` is the name of its exit code. `valid` lines are
/// what the file itself lets expect, `applied` what has been changed. `documents` were made anew; a
/// product that changed in two transactions counts twice.
public record ChangeReport(
    String outcome,
    long lines,
    long valid,
    long applied,
    long rejected,
    long documents,
    double seconds) {

  /// One line for people, of a run that only judged the file.
  public String judged() {
    return String.format(
        Locale.ROOT,
        "%,d lines read, %,d valid, %,d rejected, %.1f s",
        lines,
        valid,
        rejected,
        seconds);
  }

  /// One line for people.
  public String summary() {
    return String.format(
        Locale.ROOT,
        "%,d lines read, %,d applied, %,d rejected; %,d documents made anew, %.1f s",
        lines,
        applied,
        rejected,
        documents,
        seconds);
  }

  /// The same as one JSON object.
  public String json() {
    return String.format(
        Locale.ROOT,
        "{\"outcome\":\"%s\",\"lines\":%d,\"valid\":%d,\"applied\":%d,\"rejected\":%d,"
            + "\"documents\":%d,\"seconds\":%.3f}",
        outcome,
        lines,
        valid,
        applied,
        rejected,
        documents,
        seconds);
  }
}
