package jigsaw.loadtest.study;

import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// How long requests take at several processors that each serve one after the other, by simulation:
/// arrivals as a Poisson process, service times exponential, which is more scattered than what was
/// measured, so that the result is on the careful side.
///
/// At one processor this is the M/M/1 queue, with [Balance#FIRST_FREE] at several M/M/c, whose
/// means are known (Kleinrock, Queueing Systems I, chapter 3).
final class QueueSimulation {
  private final RandomGenerator random = new SplittableRandom(1);
  private final double rate;
  private final double serviceMillis;

  /// @param rate requests/s, all processors together
  /// @param serviceMillis mean time of a processor for a request
  QueueSimulation(double rate, double serviceMillis) {
    this.rate = rate;
    this.serviceMillis = serviceMillis;
  }

  /// Which processor a request goes to.
  enum Balance {
    /// The one that has been free for the longest time or will be free first: the best there is.
    FIRST_FREE,
    /// Any one, as if many balancers took turns that nobody coordinates.
    RANDOM
  }

  /// Times from arrival to answer, in milliseconds.
  record Result(double mean, double p99) {}

  /// Lets `requests` requests through, of which the first tenth is not counted.
  ///
  /// @throws IllegalArgumentException if the processors cannot keep up, so that times have no limit
  Result run(int processors, Balance balance, int requests) {
    if (rate * serviceMillis / 1000 >= processors) {
      throw new IllegalArgumentException(
          "%d processors cannot keep up with %.0f requests/s".formatted(processors, rate));
    }
    int skipped = requests / 10;
    Sojourns times = new Sojourns(requests - skipped);
    Processors all = Processors.idle(processors, balance, random);
    double now = 0;
    for (int request = 0; request < requests; request++) {
      now += exponential(1000 / rate);
      double time = all.serve(now, exponential(serviceMillis));
      if (request >= skipped) {
        times.add(time);
      }
    }
    return times.result();
  }

  private double exponential(double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }

  /// When each becomes free.
  private sealed interface Processors {
    /// @return the time from arrival to the end of service
    double serve(double arrival, double service);

    static Processors idle(int count, Balance balance, RandomGenerator random) {
      return switch (balance) {
        case RANDOM -> new AnyOf(new double[count], random);
        case FIRST_FREE -> FirstOf.idle(count);
      };
    }
  }

  private static final class AnyOf implements Processors {
    private final double[] freeAt;
    private final RandomGenerator random;

    AnyOf(double[] freeAt, RandomGenerator random) {
      this.freeAt = freeAt;
      this.random = random;
    }

    @Override
    public double serve(double arrival, double service) {
      int chosen = random.nextInt(freeAt.length);
      freeAt[chosen] = Math.max(arrival, freeAt[chosen]) + service;
      return freeAt[chosen] - arrival;
    }
  }

  private static final class FirstOf implements Processors {
    private final PriorityQueue<Double> freeAt = new PriorityQueue<>();

    static FirstOf idle(int count) {
      FirstOf processors = new FirstOf();
      for (int i = 0; i < count; i++) {
        processors.freeAt.add(0.0);
      }
      return processors;
    }

    @Override
    public double serve(double arrival, double service) {
      double end = Math.max(arrival, freeAt.remove()) + service;
      freeAt.add(end);
      return end - arrival;
    }
  }

  private static final class Sojourns {
    private final double[] times;
    private int count;

    Sojourns(int most) {
      times = new double[most];
    }

    void add(double time) {
      times[count++] = time;
    }

    Result result() {
      double[] sorted = times.clone();
      java.util.Arrays.sort(sorted);
      double sum = 0;
      for (double time : sorted) {
        sum += time;
      }
      return new Result(sum / sorted.length, sorted[(int) (sorted.length * 0.99)]);
    }
  }
}
