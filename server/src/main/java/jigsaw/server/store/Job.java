package jigsaw.server.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// One question to the database with the receiver of its result: the query's value, or what
/// `refusal` makes of the reason why there is none. A question that was refused while the database
/// hung may still bring its value; the receiver then gets that as well.
final class Job<T> {
  private final Query<T> query;
  private final Function<Refusal, T> refusal;
  private final Consumer<T> receiver;
  private final AtomicBoolean answered = new AtomicBoolean();

  Job(Query<T> query, Function<Refusal, T> refusal, Consumer<T> receiver) {
    this.query = query;
    this.refusal = refusal;
    this.receiver = receiver;
  }

  /// Runs on a database thread, which owns the session.
  interface Query<T> {
    T on(Session session) throws SQLException;
  }

  /// Asks, and returns what hands the result over: a failing query must not count as a failing
  /// receiver.
  Runnable ask(Session session) throws SQLException {
    T result = query.on(session);
    return () -> {
      answered.set(true);
      receiver.accept(result);
    };
  }

  /// Does nothing if the receiver has something already. Any thread.
  void refuse(Refusal reason) {
    if (answered.compareAndSet(false, true)) {
      receiver.accept(refusal.apply(reason));
    }
  }
}
