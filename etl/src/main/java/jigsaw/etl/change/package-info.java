/// Changes of prices and stock between two loads, as a file brings them.
///
/// In: a CSV file with one change a line. Out: a [Change] for each valid line, a reject with its
/// reason for every other. Whether what is to be changed exists is for the database to say. Open
/// [ChangeFile] first.
@NullMarked
package jigsaw.etl.change;

import org.jspecify.annotations.NullMarked;
