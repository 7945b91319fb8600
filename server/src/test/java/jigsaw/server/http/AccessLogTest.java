package jigsaw.server.http;

import static jigsaw.server.http.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import jigsaw.server.content.Pending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessLogTest {
  private final List<AccessEntry> entries = new ArrayList<>();
  private final Pending pending = new Pending();
  private final FakeConnection connection = connection(1);

  @AfterEach
  void close() {
    connection.close();
  }

  @Test
  void notesAnAnswerAndTellsItsId() {
    String answer = connection.send(get("/now?a=1", "X-Request-Id: my-id_1"));
    assertThat(answer).contains("\r\nX-Request-Id: my-id_1\r\n").endsWith("{}");
    assertThat(entries).hasSize(1);
    AccessEntry entry = entries.getFirst();
    assertThat(entry.id()).isEqualTo("my-id_1");
    assertThat(entry.method()).isEqualTo("GET");
    assertThat(entry.target()).isEqualTo("/now?a=1");
    assertThat(entry.protocol()).isEqualTo("HTTP/1.1");
    assertThat(entry.status()).isEqualTo(200);
    assertThat(entry.bytes()).isEqualTo(answer.length());
  }

  @Test
  void keepsWhatItNeedsOfARequestThatIsAnsweredLater() {
    connection.send(get("/later", "x-request-id: a") + get("/now", "x-request-id: b"));
    assertThat(entries).isEmpty();
    pending.complete(connection.json("[]"));
    assertThat(connection.answers()).containsSubsequence("X-Request-Id: a", "X-Request-Id: b");
    assertThat(entries).extracting(AccessEntry::target).containsExactly("/later", "/now");
  }

  @Test
  void replacesIdsThatAreNotFitForALog() {
    for (String id : List.of("", "a b", "a\tb", "caf\u00e9", "a\"b", "a\\b", "x".repeat(129))) {
      assertThat(connection.send(get("/now", "X-Request-Id: " + id)))
          .containsPattern("X-Request-Id: [0-9a-f]{16}\r\n");
    }
    connection.send(get("/now", "X-Request-Id: a\r\nX-Request-Id: b"));
    connection.send(get("/now", "X-Request-Id: a\r\nX-Request-Id: b\r\nX-Request-Id: c"));
    connection.send(get("/now", "X-Ray: none"));
    assertThat(entries).extracting(AccessEntry::id).allMatch(id -> id.matches("[0-9a-f]{16}"));
    assertThat(entries).extracting(AccessEntry::id).doesNotHaveDuplicates();
    connection.send(get("/now", "X-Request-Id: " + "x".repeat(128)));
    assertThat(entries.getLast().id()).isEqualTo("x".repeat(128));
  }

  @Test
  void takesNoOctetOfARequestThatIsNotValid() {
    connection.send(get("/now", "X-Request-Id: a"));
    assertThat(connection.send("GET /secret\u0001 HTTP/1.1\r\nX-Request-Id: b\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
    AccessEntry entry = entries.getLast();
    assertThat(entry.status()).isEqualTo(400);
    assertThat(List.of(entry.method(), entry.target(), entry.protocol())).containsOnly("-");
    assertThat(entry.id()).matches("[0-9a-f]{16}");
  }

  @Test
  void cutsLongTargets() {
    connection.send(get("/now?" + "q".repeat(4_000), "X-A: b"));
    assertThat(entries.getLast().target()).hasSize(RequestTrace.MAX_TARGET_BYTES + 3);
  }

  @Test
  void notesASampleAndEveryFailureOfOurs() {
    try (FakeConnection sampled = connection(0)) {
      assertThat(sampled.send(get("/now", "X-Request-Id: a"))).doesNotContain("X-Request-Id");
      assertThat(sampled.send(get("/broken", "X-Request-Id: b")))
          .startsWith("HTTP/1.1 500 ")
          .contains("X-Request-Id: b");
    }
    assertThat(entries).extracting(AccessEntry::status).containsExactly(500);
  }

  @Test
  void takesTheClientOfATrustedProxy() {
    try (FakeConnection proxied = connection(1, TrustedProxies.parse("unix,10.0.0.0/8"))) {
      proxied.send(get("/now", "X-Forwarded-For: 8.8.8.8, 192.0.2.1, 10.0.0.1"));
      proxied.send(get("/now", "X-Forwarded-For: 8.8.8.8\r\nx-forwarded-for: 192.0.2.2"));
      proxied.send(get("/now", "X-Forwarded-For: " + "1.1.1.1,".repeat(500) + "192.0.2.3"));
      proxied.send(get("/now", "X-Forwarded-For: \"nonsense\""));
      proxied.send(get("/now", "X-Forwarder-For: 192.0.2.4"));
    }
    assertThat(entries)
        .extracting(AccessEntry::client)
        .containsExactly("192.0.2.1", "192.0.2.2", "192.0.2.3", "-", "-");
  }

  @Test
  void believesNobodyElse() {
    connection.send(get("/now", "X-Forwarded-For: 192.0.2.1"));
    assertThat(entries).extracting(AccessEntry::client).containsExactly("-");
  }

  @Test
  void isSilentWhenItIsOff() {
    try (FakeConnection off = new FakeConnection()) {
      assertThat(off.send(get("/", "X-Request-Id: a"))).doesNotContain("X-Request-Id");
    }
  }

  private FakeConnection connection(double sample) {
    return connection(sample, TrustedProxies.NONE);
  }

  private FakeConnection connection(double sample, TrustedProxies proxies) {
    AccessLog log =
        new AccessLog() {
          @Override
          public boolean isOn() {
            return true;
          }

          @Override
          public double sample() {
            return sample;
          }

          @Override
          public void add(AccessEntry entry) {
            entries.add(entry);
          }
        };
    var encoder = FakeConnection.encoder();
    return new FakeConnection(
        log,
        proxies,
        route("/now", _ -> encoder.json(new byte[] {'{', '}'})),
        route("/later", _ -> pending),
        route(
            "/broken",
            _ -> {
              throw new IllegalStateException("on purpose");
            }));
  }

  private static String get(String target, String fields) {
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n\r\n";
  }
}
