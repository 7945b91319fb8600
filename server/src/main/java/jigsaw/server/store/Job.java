package jigsaw.server.store;

import java.sql.SQLException;
import java.util.List;

/// Something to ask the database, and those who wait for what it says. One that was refused while
/// the database hung may still bring its value; its receivers then get that as well.
interface Job {
  /// Asks, and returns what hands the result over: a failing query must not count as a failing
  /// receiver. Runs on a database thread, which owns the session.
  Runnable ask(Session session) throws SQLException;

  /// Tells those who wait that there is no value; does nothing to a receiver that has something
  /// already. Any thread.
  void refuse(Refusal reason);

  /// Whether `next` can be asked together with this one.
  default boolean joins(Job next) {
    return false;
  }

  /// This job and some that join it as one.
  default Job with(List<Job> joined) {
    throw new IllegalArgumentException("nothing joins this job");
  }
}
