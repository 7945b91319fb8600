/// Bytes of a CSV file to fields, one physical line at a time.
///
/// In: a file and the names of its columns. Out: for every line either a [CsvRow], with the fields
/// in the order of those names, or a [Reject]. Only this package knows FastCSV, which parses the
/// lines and writes [RejectsFile]. A row is one physical line whatever its quotes say, so no broken
/// row can swallow another. Open [CsvFile] first.
@NullMarked
package jigsaw.etl.csv;

import org.jspecify.annotations.NullMarked;
