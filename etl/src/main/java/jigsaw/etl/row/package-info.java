/// Fields to typed rows: every rule about what a valid row is.
///
/// In: the lines of a [CatalogFile]. Out: a [Row] for each valid line, a reject with its reason for
/// every other, and the counts of both ([FileCounts]). Parents are read once beforehand
/// ([Parents]), so that a row can be judged without any other row at hand. Only this package knows
/// RoaringBitmap ([IdSet]). Open [RowReader] first, then [RowRules].
@NullMarked
package jigsaw.etl.row;

import org.jspecify.annotations.NullMarked;
