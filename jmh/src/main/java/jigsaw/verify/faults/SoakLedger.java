package jigsaw.verify.faults;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Counts what became of the requests of a long load, a piece at a time.
final class SoakLedger {
  private static final double MAX_REFUSED = 0.001;

  private final Map<Integer, Long> statuses = new TreeMap<>();
  private long requests;
  private long wrong;
  private long hung;
  private long broken;
  private long odd;
  private long calm;
  private long refusedInCalm;

  /// @param excused whether what the server does not have in memory may be refused meanwhile
  void add(Shots shots, boolean excused) {
    shots.statuses().forEach((status, count) -> statuses.merge(status, count, Long::sum));
    requests += shots.count();
    wrong += shots.count(shot -> shot.wrongBody);
    hung += shots.count(Shot::hung);
    broken += shots.count(shot -> shot.is(0) && !shot.hung());
    odd += shots.count(shot -> !shot.is(0) && !isExpected(shot) && !shot.refused());
    if (!excused) {
      calm += shots.count();
      refusedInCalm += shots.count(Shot::refused);
    }
  }

  void judge(Promises promises) {
    promises.none("wrong body", wrong, requests);
    promises.none("hung request", hung, requests);
    promises.none("broken connection", broken, requests);
    promises.none("answer that is neither right nor 503 with Retry-After", odd, requests);
    promises.add(
        "less than 0.1 % refused while the database answers",
        refusedInCalm < MAX_REFUSED * calm, "%d of %d".formatted(refusedInCalm, calm));
  }

  private static boolean isExpected(Shot shot) {
    return shot.is(shot.kind == Kind.UNKNOWN ? 404 : 200);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,d requests, %s, %d wrong, %d hung, %d broken",
        requests,
        statuses,
        wrong,
        hung,
        broken);
  }
}
