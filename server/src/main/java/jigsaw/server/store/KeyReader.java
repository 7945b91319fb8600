package jigsaw.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jigsaw.server.store.CatalogKey.Kind;

/// Asks for what the keys of [CatalogKey] stand for. Safe for use by several threads, each with a
/// session of its own.
final class KeyReader {
  private final CatalogQueries queries = new CatalogQueries();
  // The last generation's statements; any thread may replace them by equal ones.
  private volatile GenerationSql sql = GenerationSql.of(new Generation(1, "", 0));

  /// What a single key stands for.
  Lookup find(Session session, Generation generation, long key) throws SQLException {
    session.require(generation);
    GenerationSql sqls = sql(generation);
    int subject = CatalogKey.subject(key);
    int count = CatalogKey.count(key);
    return switch (CatalogKey.kind(key)) {
      case PRODUCT -> queries.document(session, sqls.product(), subject);
      case STYLES -> queries.document(session, sqls.styles(), subject);
      case RELATED -> queries.related(session, sqls.related(), subject);
      case LIST_PAGE -> {
        long position = (subject - 1L) * count + 1;
        yield queries.list(session, sqls.listPage(), position, count, generation.products());
      }
      case LIST_AFTER ->
          queries.list(session, sqls.listAfter(), subject, count, generation.products());
      case WHOLE_PAGE ->
          queries
              .pages(session, sqls.pagesOf(), List.of(subject))
              .getOrDefault(subject, Lookup.ABSENT);
    };
  }

  /// The lookups come in the order of the keys; documents are asked for in one statement a kind.
  List<Lookup> findAll(Session session, Generation generation, List<Long> keys)
      throws SQLException {
    session.require(generation);
    Map<Kind, List<Integer>> ids = new EnumMap<>(Kind.class);
    for (long key : keys) {
      ids.computeIfAbsent(CatalogKey.kind(key), _ -> new ArrayList<>())
          .add(CatalogKey.subject(key));
    }
    GenerationSql sqls = sql(generation);
    Map<Integer, Lookup> products =
        queries.documents(session, sqls.productsOf(), ids.getOrDefault(Kind.PRODUCT, List.of()));
    Map<Integer, Lookup> styles =
        queries.documents(session, sqls.stylesOf(), ids.getOrDefault(Kind.STYLES, List.of()));
    Map<Integer, Lookup> pages =
        queries.pages(session, sqls.pagesOf(), ids.getOrDefault(Kind.WHOLE_PAGE, List.of()));
    List<Lookup> lookups = new ArrayList<>(keys.size());
    for (long key : keys) {
      Integer id = CatalogKey.subject(key);
      lookups.add(
          switch (CatalogKey.kind(key)) {
            case PRODUCT -> products.getOrDefault(id, Lookup.ABSENT);
            case STYLES -> styles.getOrDefault(id, Lookup.ABSENT);
            case WHOLE_PAGE -> pages.getOrDefault(id, Lookup.ABSENT);
            case RELATED, LIST_PAGE, LIST_AFTER -> find(session, generation, key);
          });
    }
    return lookups;
  }

  private GenerationSql sql(Generation generation) {
    GenerationSql known = sql;
    if (known.generation() != generation.id()) {
      known = GenerationSql.of(generation);
      sql = known;
    }
    return known;
  }
}
