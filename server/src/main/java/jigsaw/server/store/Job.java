package jigsaw.server.store;

import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;

/// One question to the database with the receiver of its result: the query's value, or what
/// `refusal` makes of the reason why there is none.
record Job<T>(Query<T> query, Function<Refusal, T> refusal, Consumer<T> receiver) {
  /// Runs on a database thread, which owns the session.
  interface Query<T> {
    T on(Session session) throws SQLException;
  }

  /// Asks, and returns what hands the result over: a failing query must not count as a failing
  /// receiver.
  Runnable ask(Session session) throws SQLException {
    T result = query.on(session);
    return () -> receiver.accept(result);
  }

  void refuse(Refusal reason) {
    receiver.accept(refusal.apply(reason));
  }
}
