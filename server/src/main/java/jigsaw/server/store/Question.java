package jigsaw.server.store;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;

/// A job that is asked alone: the receiver gets the query's value, or what `refusal` makes of the
/// reason why there is none.
final class Question<T> implements Job {
  private final Query<T> query;
  private final Function<Refusal, T> refusal;
  private final Consumer<T> receiver;
  private final AtomicBoolean answered = new AtomicBoolean();

  Question(Query<T> query, Function<Refusal, T> refusal, Consumer<T> receiver) {
    this.query = query;
    this.refusal = refusal;
    this.receiver = receiver;
  }

  /// Runs on a database thread, which owns the session.
  interface Query<T> {
    T on(Session session) throws SQLException;
  }

  @Override
  public Runnable ask(Session session) throws SQLException {
    T result = query.on(session);
    return () -> answer(result);
  }

  @Override
  public void refuse(Refusal reason) {
    if (answered.compareAndSet(false, true)) {
      receiver.accept(refusal.apply(reason));
    }
  }

  /// Gives the receiver its value.
  void answer(T result) {
    answered.set(true);
    receiver.accept(result);
  }
}
