/// Makes CSV files with the shape of a real shop's catalogue.
///
/// In: a number of products, a seed and perhaps a rate of dirt. Out: six files, the same bytes for
/// the same three values. [Products] invents one product after the other ([ProductDraft]),
/// [CatalogWriter] writes it into the files ([CsvWriter]), where [Dirt] may spoil a line. Open
/// [GenerateMain] first.
@NullMarked
package jigsaw.etl.generate;

import org.jspecify.annotations.NullMarked;
