package jigsaw.server.store;

import java.time.Duration;
import jigsaw.catalog.settings.Secret;

/// How the database is reached and how much of it may be used at once.
public record StoreSettings(
    String url,
    String user,
    Secret password,
    int threads,
    int queueLength,
    Duration queueWait,
    Duration silence,
    Duration connectTimeout,
    Duration queryTimeout,
    Duration pollInterval) {
  private static final String SINGLE = "jdbc:mysql://";
  private static final int LARGE_LIST_THREADS = 2;
  private static final int LARGE_LIST_QUEUE = 16;
  private static final int LARGE_LIST_PATIENCE = 4;

  /// For all questions but large lists.
  JdbcExecutor.Limits limits() {
    // A connection to one of several databases cannot be cut off while it waits: Connector/J makes
    // who wants that wait as well. So its socket keeps the limit.
    Duration question = isSeveral() ? Duration.ZERO : queryTimeout;
    return new JdbcExecutor.Limits(threads, queueLength, queueWait, silence, question);
  }

  /// For lists so large that only few fit into memory at once. They take longer than other
  /// questions and so may wait longer; while something of them comes, they are let go on.
  JdbcExecutor.Limits largeListLimits() {
    return new JdbcExecutor.Limits(
        Math.min(threads, LARGE_LIST_THREADS),
        Math.min(queueLength, LARGE_LIST_QUEUE),
        queueWait.multipliedBy(LARGE_LIST_PATIENCE),
        silence,
        Duration.ZERO);
  }

  /// How many connections all threads need.
  int connections() {
    return limits().threads() + largeListLimits().threads();
  }

  /// Whether the address has more than one database in one of Connector/J's forms.
  boolean isSeveral() {
    return !url.startsWith(SINGLE) || url.substring(SINGLE.length()).split("/", 2)[0].contains(",");
  }
}
