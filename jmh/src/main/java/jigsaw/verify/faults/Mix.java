package jigsaw.verify.faults;

import java.util.List;
import java.util.Random;

/// Every other request is for a random one of the hot targets, the rest for random cold ones.
final class Mix implements Source {
  private final int port;
  private final List<String> hot;
  private final List<String> cold;
  private final Random random = new Random(1);

  Mix(int port, List<String> hot, List<String> cold) {
    this.port = port;
    this.hot = List.copyOf(hot);
    this.cold = List.copyOf(cold);
  }

  @Override
  public Shot shot(int number, long dueNanos) {
    Kind kind = number % 2 == 0 ? Kind.HOT : Kind.COLD;
    List<String> targets = kind == Kind.HOT ? hot : cold;
    return new Shot(kind, port, targets.get(random.nextInt(targets.size())), dueNanos);
  }
}
