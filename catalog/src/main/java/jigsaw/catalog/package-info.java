/// The shared language of the ETL and the server.
///
/// In: the values of one product. Out: its JSON exactly as front ends expect it ([CatalogJson]),
/// the bytes that the database stores for it ([Document]) and the names of the tables that hold it
/// ([GenerationTables], [Schema]). Open [CatalogJson] first.
@NullMarked
package jigsaw.catalog;

import org.jspecify.annotations.NullMarked;
