/// The program that loads the catalogue.
///
/// In: a folder with six CSV files and the address of a database. Out: a new generation of tables,
/// verified and live, a file of rejected rows, a report and an exit code. Open [EtlMain] first.
@NullMarked
package jigsaw.etl;

import org.jspecify.annotations.NullMarked;
