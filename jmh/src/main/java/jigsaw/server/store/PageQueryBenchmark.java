package jigsaw.server.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jigsaw.server.store.Lookup.Found;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/// What do the whole pages of `size` random products cost, asked for together as the server does,
/// and asked for in parts: each product with its styles and related ids, then the documents of the
/// related ones? `jigsaw jmh PageQuery`
public class PageQueryBenchmark extends QueryBenchmark {
  @Param({"1", "4", "16"})
  public int size;

  @Benchmark
  public Map<Integer, Lookup> together() throws SQLException {
    return queries.pages(catalogue.session(), sql.pagesOf(), catalogue.randomIds(size));
  }

  @Benchmark
  public void parts(Blackhole blackhole) throws SQLException {
    Session session = catalogue.session();
    for (int i = 0; i < size; i++) {
      int id = catalogue.randomId();
      blackhole.consume(queries.document(session, sql.product(), id));
      blackhole.consume(queries.document(session, sql.styles(), id));
      List<Integer> related = ids(queries.related(session, sql.related(), id));
      blackhole.consume(queries.documents(session, sql.productsOf(), related));
      blackhole.consume(queries.documents(session, sql.stylesOf(), related));
    }
  }

  /// The numbers of an array.
  private static List<Integer> ids(Lookup related) {
    List<Integer> ids = new ArrayList<>();
    if (related instanceof Found found) {
      int number = 0;
      for (byte octet : found.body()) {
        if (octet >= '0' && octet <= '9') {
          number = 10 * number + octet - '0';
        } else if (number > 0) {
          ids.add(number);
          number = 0;
        }
      }
    }
    return ids;
  }
}
