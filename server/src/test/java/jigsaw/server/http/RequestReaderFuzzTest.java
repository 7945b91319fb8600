package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jigsaw.server.content.Pending;
import org.junit.jupiter.api.Test;

/// Feeds the reader and the router with anything. Without `JAZZER_FUZZ=1` in the environment the
/// inputs kept beside this class are replayed and [#readsMutatedRequests] runs.
final class RequestReaderFuzzTest {
  private static final int MUTATED_REQUESTS = 20_000;

  private final RouteTable routes =
      RouteTable.of(
          Route.route("/things", request -> new Pending()),
          Route.route("/things/{id}", request -> new Pending()),
          Route.route("/things/{id}/parts", request -> new Pending()));

  @FuzzTest(maxDuration = "10m")
  void readsAnything(byte[] bytes) {
    check(bytes);
  }

  @Test
  void readsMutatedRequests() {
    Mutations mutations = new Mutations(1);
    for (int i = 0; i < MUTATED_REQUESTS; i++) {
      check(mutations.next());
      check(mutations.nextThrice());
    }
  }

  /// However the octets come in pieces, and whatever came before on the connection, the same
  /// requests are read, and each can be routed.
  private void check(byte[] bytes) {
    ReadRequest.Result whole = ReadRequest.readAll(bytes, Integer.MAX_VALUE / 2);
    assertThat(ReadRequest.readEachAlone(bytes)).isEqualTo(whole);
    assertThat(ReadRequest.readAll(bytes, 1)).isEqualTo(whole);
    assertThat(ReadRequest.readAll(bytes, 7)).isEqualTo(whole);
    whole.requests().forEach(this::route);
  }

  private void route(ReadRequest read) {
    Request request = new Request();
    byte[] head =
        ("GET " + read.path() + "?" + read.query() + " HTTP/1.0\r\n\r\n")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    if (!read.path().startsWith("/")
        || new HeadParser(request.head).parse(head, 0, head.length) < 0) {
      return;
    }
    request.set(head, 0);
    boolean routed = request.head.pathEncoded && !request.routeDecoded(routes);
    if (!routed) {
      request.route(routes);
    }
    assertThat(request.pathNumber()).isGreaterThanOrEqualTo(Request.INVALID);
    assertThat(request.queryNumber("page")).isGreaterThanOrEqualTo(Request.ABSENT);
    assertThat(request.queryText("names")).isNotNull();
  }
}
