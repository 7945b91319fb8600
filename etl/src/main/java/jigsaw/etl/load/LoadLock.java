package jigsaw.etl.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The right to change the generations of one schema, held by at most one client. The server frees
/// it as soon as the holder's connection ends, however that comes about.
public final class LoadLock implements AutoCloseable {
  private static final int POLLS = 10;
  private static final String PAUSE = "SELECT SLEEP(0.1)";
  private static final int MAX_NAME = 64;

  private final Session session;
  private final String name;

  private LoadLock(Session session, String name) {
    this.session = session;
    this.name = name;
  }

  /// Takes the lock. A client that has just died is given a second to lose it; one whose connection
  /// stays idle is alive, because the database ends an idle connection as soon as its client does.
  ///
  /// @throws LockTakenException if another client keeps it
  public static LoadLock take(Session session) {
    String schema = session.query("SELECT DATABASE()", row -> row.getString(1)).getFirst();
    String name = nameFor(schema);
    for (int poll = 0; !isGot(session, name); poll++) {
      if (poll == POLLS || (poll > 0 && isHolderIdle(session, name))) {
        throw new LockTakenException(
            "another run is loading schema '" + schema + "': " + holder(session, name));
      }
      session.query(PAUSE, row -> row.getInt(1));
    }
    return new LoadLock(session, name);
  }

  @Override
  public void close() {
    session.query("SELECT RELEASE_LOCK(?)", row -> row.getInt(1), name);
  }

  private static String nameFor(String schema) {
    String name = "jigsaw.etl." + schema;
    return name.length() <= MAX_NAME
        ? name
        : "jigsaw.etl." + UUID.nameUUIDFromBytes(schema.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isGot(Session session, String name) {
    return session.query("SELECT GET_LOCK(?, 0)", row -> row.getInt(1), name).getFirst() == 1;
  }

  private static boolean isHolderIdle(Session session, String name) {
    return !session
        .query(
            "SELECT id FROM information_schema.processlist"
                + " WHERE id = IS_USED_LOCK(?) AND command = 'Sleep'",
            row -> row.getLong(1),
            name)
        .isEmpty();
  }

  private static String holder(Session session, String name) {
    List<Long> connection = session.query("SELECT IS_USED_LOCK(?)", row -> row.getLong(1), name);
    Optional<String> client =
        session
            .query(
                "SELECT user, host FROM information_schema.processlist WHERE id = ?",
                row -> row.getString(1) + " from " + row.getString(2),
                connection.getFirst())
            .stream()
            .findFirst();
    return "connection "
        + connection.getFirst()
        + client.map(who -> ", " + who).orElse("")
        + since(session).map(time -> ", since " + time + " UTC").orElse("");
  }

  /// Empty too if the holder has only just begun and the register is not there yet.
  private static Optional<String> since(Session session) {
    boolean known =
        !session
            .query(
                "SELECT 1 FROM information_schema.tables"
                    + " WHERE table_schema = DATABASE() AND table_name = 'catalog_generation'",
                row -> row.getInt(1))
            .isEmpty();
    return known
        ? session
            .query(
                "SELECT started_at FROM catalog_generation WHERE state = 'loading' ORDER BY id DESC",
                row -> row.getString(1))
            .stream()
            .findFirst()
        : Optional.empty();
  }
}
