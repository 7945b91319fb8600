package jigsaw.server.http;

import static jigsaw.server.http.Route.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jigsaw.server.content.Answer;
import jigsaw.server.content.Pending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole pipeline of one connection: order, bounds, time limits. No network, no waiting.
final class ConnectionTest {
  private static final String GET = "GET %s HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final Duration MOMENT = Duration.ofMillis(1);

  private final List<Pending> pending = new ArrayList<>();
  private int served;
  private final FakeConnection connection =
      new FakeConnection(
          route("/now", request -> now()),
          route("/later", request -> later()),
          route("/large", request -> large()));

  @AfterEach
  void leavesNothingBehind() {
    connection.close();
    assertThat(connection.openConnections()).isZero();
  }

  @Test
  void answersInTheOrderOfRequests() {
    assertThat(connection.send(GET.formatted("/later") + GET.formatted("/now"))).isEmpty();
    complete(0, "first");
    assertThat(connection.answers()).containsSubsequence("first", "now");
  }

  @Test
  void stopsDecodingWhileTooManyAnswersArePending() {
    connection.send(GET.formatted("/later").repeat(200));
    assertThat(pending).hasSize(64);
    assertThat(connection.channel.config().isAutoRead()).isFalse();

    complete(0, "first");
    connection.answers();
    assertThat(pending).hasSize(65);

    for (int i = 1; i < 200; i++) {
      complete(i, "answer");
      connection.channel.runPendingTasks();
    }
    assertThat(connection.answers().split("HTTP/1.1 200", -1)).hasSize(200);
    assertThat(connection.channel.config().isAutoRead()).isTrue();
  }

  @Test
  void stopsDecodingWhileLargeAnswersWaitForTheirTurn() {
    connection.send(GET.formatted("/later"));
    connection.send(GET.formatted("/large").repeat(10));
    assertThat(served).isEqualTo(2);
    assertThat(connection.channel.config().isAutoRead()).isFalse();

    complete(0, "first");
    assertThat(connection.answers().split("HTTP/1.1 200", -1)).hasSize(12);
  }

  @Test
  void refusesLargeAnswersThatArriveForAClientWhoWaitsForEarlierOnes() {
    connection.send(GET.formatted("/later").repeat(4));
    for (int index = 1; index < 4; index++) {
      complete(index, "x".repeat(3_000_000));
      connection.channel.runPendingTasks();
    }
    complete(0, "first");
    String answers = connection.answers();
    assertThat(connection.statuses).containsExactly(200, 200, 503, 503);
    assertThat(answers).contains("first").hasSizeLessThan(4_000_000);
  }

  @Test
  void stopsDecodingWhileTheClientTakesNothing() {
    connection.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    assertThat(connection.send(GET.formatted("/now").repeat(1_000))).isEmpty();
    assertThat(served).isZero();
    assertThat(connection.channel.config().isAutoRead()).isFalse();

    connection.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
    assertThat(connection.answers().split("HTTP/1.1 200", -1)).hasSize(1_001);
    assertThat(connection.channel.config().isAutoRead()).isTrue();
  }

  @Test
  void answersLargeOnesWhole() {
    assertThat(connection.send(GET.formatted("/large") + GET.formatted("/now")))
        .hasSizeGreaterThan(300_000)
        .contains("now");
  }

  @Test
  void refusesARequestWhoseAnswerIsLate() {
    connection.send(GET.formatted("/later") + GET.formatted("/now"));
    connection.pass(Duration.ofMillis(899));
    assertThat(connection.answers()).isEmpty();
    connection.pass(MOMENT);
    assertThat(connection.answers()).containsSubsequence("503", "Retry-After: 1", "now");
    assertThat(connection.refusals).containsExactly(Refusal.ANSWER_DEADLINE);

    complete(0, "too late");
    assertThat(connection.answers()).isEmpty();
  }

  @Test
  void refusesAtOnceWhatWasKeptBackForTooLong() {
    connection.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
    assertThat(connection.send(GET.formatted("/later"))).isEmpty();
    connection.pass(Duration.ofSeconds(1));
    connection.channel.unsafe().outboundBuffer().setUserDefinedWritability(1, true);
    assertThat(connection.answers()).contains("503");
    assertThat(connection.refusals).containsExactly(Refusal.ANSWER_DEADLINE);
  }

  @Test
  void closesAConnectionThatSaysNothing() {
    connection.pass(FakeConnection.TIMEOUTS.request().minus(MOMENT));
    assertThat(connection.open()).isTrue();
    connection.pass(MOMENT);
    assertThat(connection.answers()).isEmpty();
    assertThat(connection.open()).isFalse();
  }

  @Test
  void refusesARequestThatTrickles() {
    connection.send("GET /now HTTP/1.1\r\n");
    connection.pass(Duration.ofSeconds(6));
    connection.send("Host: a\r\n");
    connection.pass(Duration.ofSeconds(6));
    assertThat(connection.answers()).contains("408", "Connection: close");
    assertThat(connection.open()).isFalse();
    assertThat(connection.refusals).contains(Refusal.REQUEST_TIMEOUT);
  }

  @Test
  void refusesABodyThatTrickles() {
    connection.send("GET /now HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n");
    for (int i = 1; i < 10; i++) {
      connection.pass(Duration.ofSeconds(1));
      connection.send("x");
    }
    connection.pass(Duration.ofSeconds(1));
    assertThat(connection.answers()).contains("408", "Connection: close");
    assertThat(connection.open()).isFalse();
    assertThat(connection.statuses).containsExactly(408);
  }

  @Test
  void givesEachRequestItsOwnTime() {
    for (int i = 0; i < 5; i++) {
      connection.send("GET /now HTTP/1.1\r\n");
      connection.pass(Duration.ofSeconds(9));
      assertThat(connection.send("Host: a\r\n\r\n")).contains("now");
    }
  }

  @Test
  void closesAnIdleConnection() {
    connection.send(GET.formatted("/now"));
    connection.pass(MOMENT);
    connection.pass(FakeConnection.TIMEOUTS.idle().minus(MOMENT));
    assertThat(connection.open()).isTrue();
    connection.pass(MOMENT);
    assertThat(connection.open()).isFalse();
    assertThat(connection.refusals).containsExactly(Refusal.IDLE_TIMEOUT);
  }

  @Test
  void deliversPendingAnswersToAHalfClosedClient() {
    connection.send(GET.formatted("/later"));
    connection.channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    assertThat(connection.open()).isTrue();
    complete(0, "still");
    assertThat(connection.answers()).contains("still");
    assertThat(connection.open()).isFalse();
  }

  @Test
  void forgetsPendingAnswersOfAClosedConnection() {
    connection.send(GET.formatted("/later").repeat(3));
    var _ = connection.channel.close();
    complete(0, "nobody");
    assertThat(connection.answers()).isEmpty();
    connection.pass(Duration.ofSeconds(2));
    assertThat(connection.statuses).isEmpty();
  }

  @Test
  void endsWithTheNextAnswerWhenTheServerStops() {
    connection.send(GET.formatted("/later"));
    connection.drain();
    assertThat(connection.open()).isTrue();
    complete(0, "last");
    assertThat(connection.answers()).contains("last", "Connection: close");
    assertThat(connection.open()).isFalse();
  }

  @Test
  void closesIdleConnectionsWhenTheServerStops() {
    connection.send(GET.formatted("/now"));
    connection.drain();
    assertThat(connection.open()).isFalse();
  }

  private void complete(int index, String text) {
    pending.get(index).complete(connection.json("[\"" + text + "\"]"));
  }

  private Answer now() {
    served++;
    return connection.json("[\"now\"]");
  }

  private Pending later() {
    pending.add(new Pending());
    return pending.getLast();
  }

  private Answer large() {
    served++;
    return connection.json("[\"" + "x".repeat(300_000) + "\"]");
  }
}
