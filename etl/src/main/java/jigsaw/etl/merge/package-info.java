/// Rows of six files to whole products.
///
/// In: six streams of rows, mostly sorted by product. Out: every row, in the order in which the
/// tables want them, and every product with all that belongs to it ([CatalogEntry]), from which
/// [EntryRenderer] makes the documents. Open [ProductWalk] first.
@NullMarked
package jigsaw.etl.merge;

import org.jspecify.annotations.NullMarked;
