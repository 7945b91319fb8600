/// The catalogue in the database, asked by key.
///
/// In: a [CatalogKey] and the [Generation] it is asked of. Out: the stored bytes or rendered JSON,
/// that there is nothing, or that the database cannot be asked right now ([Lookup]). All JDBC
/// happens on the threads of [JdbcExecutor], which own their connections, and on the one of
/// [RegisterWatch], which follows the register of generations and thereby also knows whether the
/// database answers. Open [CatalogStore] first, then [MySqlCatalogStore].
@NullMarked
package jigsaw.server.store;

import org.jspecify.annotations.NullMarked;
