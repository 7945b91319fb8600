package jigsaw.server.http;

import static jigsaw.server.http.Route.route;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does finding the route of a path cost? `jigsaw jmh RouteTable`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RouteTableBenchmark {
  @Param({"/products/16060", "/products/16060/related", "/docs/docs.js", "/none"})
  public String path = "";

  private final RouteTable routes = table();
  private final Request request = new Request();
  private byte[] octets = {};

  @Setup
  public void make() {
    octets = path.getBytes(StandardCharsets.US_ASCII);
  }

  @Benchmark
  public int find() {
    routes.find(octets, 0, octets.length, request);
    return request.route;
  }

  private static RouteTable table() {
    Endpoint endpoint =
        any -> {
          throw new IllegalStateException("nothing is served here");
        };
    return RouteTable.of(
        route("/products", endpoint),
        route("/products/{id}", endpoint),
        route("/products/{id}/styles", endpoint),
        route("/products/{id}/related", endpoint),
        route("/products/{id}/page", endpoint),
        route("/openapi.json", endpoint),
        route("/docs", endpoint),
        route("/docs/docs.js", endpoint));
  }
}
