/// Rows and documents into the database, generation by generation.
///
/// In: rows and whole products. Out: the tables of one new generation, and the register that says
/// which generation is live ([Generations]). Only this package knows JDBC. Data goes in through
/// `LOAD DATA LOCAL INFILE` from our own stream alone ([TableLoad]). Open [GenerationWriter] first.
@NullMarked
package jigsaw.etl.load;

import org.jspecify.annotations.NullMarked;
