package jigsaw.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.mysqlclient.MySQLBuilder;
import io.vertx.mysqlclient.MySQLConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// The least that a Vert.x server does which answers `/products/{id}` from the database with its
/// reactive client: no routes, no cache, no validators.
final class VertxServer {
  private static final int CONNECTIONS = 8;
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;
  private static final int PREFIX_LENGTH = "/products/".length();

  private final PreparedQuery<RowSet<Row>> query;

  private VertxServer(Pool pool, String table) {
    query = pool.preparedQuery("SELECT body FROM " + table + " WHERE product_id = ?");
  }

  /// Arguments: port, port of the database, schema, user, table; password in `JIGSAW_DB_PASSWORD`.
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    MySQLConnectOptions database =
        new MySQLConnectOptions()
            .setHost("127.0.0.1")
            .setPort(Integer.parseInt(arguments[1]))
            .setDatabase(arguments[2])
            .setUser(arguments[3])
            .setPassword(Optional.ofNullable(System.getenv("JIGSAW_DB_PASSWORD")).orElse(""))
            .setCachePreparedStatements(true);
    Pool pool =
        MySQLBuilder.pool()
            .with(new PoolOptions().setMaxSize(CONNECTIONS))
            .connectingTo(database)
            .using(vertx)
            .build();
    VertxServer server = new VertxServer(pool, arguments[4]);
    HttpServer listening =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setHost("127.0.0.1")
                    .setPort(Integer.parseInt(arguments[0])))
            .requestHandler(server::answer)
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get();
    System.err.println("Listening on " + listening.actualPort());
  }

  private void answer(HttpServerRequest request) {
    int id = Integer.parseInt(request.uri().substring(PREFIX_LENGTH));
    query
        .execute(Tuple.of(id))
        .onSuccess(rows -> answer(request, rows))
        .onFailure(_ -> end(request, FAILED));
  }

  private static void answer(HttpServerRequest request, RowSet<Row> rows) {
    if (rows.size() == 0) {
      end(request, NOT_FOUND);
      return;
    }
    Buffer body = rows.iterator().next().getBuffer(0);
    var _ = request.response().putHeader("Content-Type", "application/json").end(body);
  }

  private static void end(HttpServerRequest request, int status) {
    var _ = request.response().setStatusCode(status).end();
  }
}
