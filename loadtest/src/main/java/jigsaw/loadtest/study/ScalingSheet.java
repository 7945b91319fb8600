package jigsaw.loadtest.study;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What higher rates would need, reckoned from what a request cost each part on one machine.
///
/// Says nothing of networks between machines, of disks, or of a cache that more servers share less
/// well; those have to be measured.
public final class ScalingSheet {
  private static final int SIMULATED = 1_000_000;
  private static final double SECONDS_PER_HOUR = 3600;

  private final Variant measured;
  private final double busy;
  private final double price;

  private ScalingSheet(Variant measured, double busy, double price) {
    this.measured = measured;
    this.busy = busy;
    this.price = price;
  }

  /// Reckons with what the parts of one measurement used.
  ///
  /// @param folder measured with its parts
  /// @param busy the share of its time that a processor may be at work, above 0 and below 1
  /// @param price of a processor for an hour, in any currency
  /// @throws IOException if there is no measurement in the folder
  public static ScalingSheet of(Path folder, double busy, double price) throws IOException {
    if (!(busy > 0 && busy < 1)) {
      throw new IllegalArgumentException(
          "--busy: '" + busy + "', expected more than 0, less than 1");
    }
    Variant measured = Variant.read(folder);
    if (measured.parts().isEmpty()) {
      throw new IOException(folder + " has no parts.csv; measure it with loadtest/studies/measure");
    }
    return new ScalingSheet(measured, busy, price);
  }

  /// A table in Markdown: for each rate and part how many processors, and how long a request is in
  /// that part if each of its processors has a queue of its own, and if all share one.
  public String markdown(List<Double> rates) {
    StringBuilder text = new StringBuilder();
    text.append(
            "| requests/s | part | processors | own queues: mean, ms | p99 | one queue: mean, ms | p99 |")
        .append(" per million requests |\n|---|---|---|---|---|---|---|---|\n");
    for (double rate : rates) {
      int together = 0;
      for (Variant.Part part : measured.parts()) {
        if (part.micros() > 0) {
          together += row(rate, part, text);
        }
      }
      text.append(
          String.format(
              Locale.ROOT,
              "| %,.0f | together | %,d | | | | | %.4f |%n",
              rate,
              together,
              cost(together, rate)));
    }
    return text.toString();
  }

  private int row(double rate, Variant.Part part, StringBuilder text) {
    int processors = Math.max(1, (int) Math.ceil(rate * part.micros() / 1e6 / busy));
    QueueSimulation simulation = new QueueSimulation(rate, part.micros() / 1000);
    var own = simulation.run(processors, QueueSimulation.Balance.RANDOM, SIMULATED);
    var shared = simulation.run(processors, QueueSimulation.Balance.FIRST_FREE, SIMULATED);
    text.append(
        String.format(
            Locale.ROOT,
            "| %,.0f | %s | %,d | %.2f | %.2f | %.2f | %.2f | %.4f |%n",
            rate,
            part.name(),
            processors,
            own.mean(),
            own.p99(),
            shared.mean(),
            shared.p99(),
            cost(processors, rate)));
    return processors;
  }

  private double cost(int processors, double rate) {
    return processors * price / SECONDS_PER_HOUR / rate * 1e6;
  }
}
