package jigsaw.etl.csv;

/// A line that is not loaded, and why.
///
/// `line` is the physical line in the file, from 1; `column` is empty when the reason concerns the
/// whole line; `raw` is the line without its line end, bytes that are not UTF-8 shown as U+FFFD.
public record Reject(String file, long line, String column, String reason, String raw) {}
