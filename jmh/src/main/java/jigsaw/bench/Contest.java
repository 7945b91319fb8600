package jigsaw.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Loads the contestants in turn, round by round.
final class Contest {
  private final List<Contestant> contestants;
  private final Map<String, List<Double>> micros = new LinkedHashMap<>();
  private final Map<String, List<Double>> rates = new LinkedHashMap<>();

  Contest(List<Contestant> contestants) {
    this.contestants = List.copyOf(contestants);
  }

  /// Failures do not count yet: a cold server on a busy machine may be too slow for a client.
  void warmUp(int seconds) throws InterruptedException {
    for (Contestant contestant : contestants) {
      System.err.println("warm-up: " + contestant.name());
      try {
        contestant.work(seconds);
      } catch (IOException e) {
        System.err.println(e.getMessage());
      }
    }
  }

  void round(int number, int seconds) throws IOException, InterruptedException {
    for (Contestant contestant : contestants) {
      long before = contestant.cpuMicros();
      long start = System.nanoTime();
      long requests = contestant.work(seconds);
      double elapsed = (System.nanoTime() - start) / 1e9;
      double each = (double) (contestant.cpuMicros() - before) / requests;
      micros.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).add(each);
      rates.computeIfAbsent(contestant.name(), _ -> new ArrayList<>()).add(requests / elapsed);
      System.err.printf("round %d: %-42s %8.2f µs%n", number, contestant.name(), each);
    }
  }

  Map<String, Line> result() throws IOException {
    Map<String, Line> lines = new LinkedHashMap<>();
    for (Contestant contestant : contestants) {
      String name = contestant.name();
      lines.put(
          name,
          new Line(
              name,
              micros.getOrDefault(name, List.of()),
              rates.getOrDefault(name, List.of()),
              contestant.residentMib()));
    }
    return lines;
  }
}
