package jigsaw.embedded.hostile;

import java.util.List;
import java.util.stream.Stream;
import jigsaw.embedded.hostile.Behaviour.Ending;

/// All attacks, each by so many connections, and within how many seconds the server must have ended
/// them.
final class Attacks {
  private static final int MANY = 300;
  private static final int IDLE = 3_000;
  private static final int PIPELINED = 20_000;
  private static final long FLOOD_BYTES = 200_000_000;
  private static final int BYTES_A_BEAT = 20;

  private static final String HEAD = "GET /products/1 HTTP/1.1\r\nHost: a\r\n";
  static final String REQUEST = HEAD + "\r\n";
  private static final String LARGE = "GET /products?count=1000 HTTP/1.1\r\nHost: a\r\n\r\n";

  /// The ending of connections is looked for several times a second, and goodbyes take a moment.
  private static final int SLACK_SECONDS = 2;

  /// A connection that the server closes behind an answer may linger.
  private static final int LINGER_SECONDS = 2;

  private Attacks() {}

  /// `answers` is how many whole answers to [#REQUEST] each connection must get; 0 if nobody
  /// counts.
  record Attack(String name, int connections, Behaviour behaviour, int limitSeconds, int answers) {
    Attack(String name, int connections, Behaviour behaviour, int limitSeconds) {
      this(name, connections, behaviour, limitSeconds, 0);
    }
  }

  static List<Attack> all(Limits limits) {
    return Stream.of(slowSenders(limits), slowReaders(limits), others(limits))
        .flatMap(List::stream)
        .toList();
  }

  private static List<Attack> slowSenders(Limits limits) {
    int request = limits.request() + SLACK_SECONDS;
    return List.of(
        new Attack("slowloris", MANY, Behaviour.sending(HEAD).then("X: y\r\n"), request),
        new Attack(
            "slow body",
            MANY,
            Behaviour.sending(HEAD + "Content-Length: 10000\r\n\r\n").then("x"),
            request),
        new Attack("silent", MANY, Behaviour.sending(""), request));
  }

  private static List<Attack> slowReaders(Limits limits) {
    int write = limits.write() + SLACK_SECONDS;
    return List.of(
        new Attack(
            "never reading, pipelining",
            MANY,
            Behaviour.sending(LARGE.repeat(100))
                .repeated(FLOOD_BYTES)
                .reading(Behaviour.READS_NOTHING),
            write),
        new Attack(
            "reading 200 bytes a second",
            MANY,
            Behaviour.sending(LARGE.repeat(20)).reading(BYTES_A_BEAT),
            write + limits.write()));
  }

  private static List<Attack> others(Limits limits) {
    int idle = limits.idle() + SLACK_SECONDS;
    return List.of(
        new Attack("idle after an answer", MANY, Behaviour.sending(REQUEST), idle, 1),
        new Attack(
            "half-closed",
            MANY,
            Behaviour.sending(REQUEST).ending(Ending.HALF_CLOSES),
            LINGER_SECONDS + SLACK_SECONDS,
            1),
        new Attack(
            "reset after sending", MANY, Behaviour.sending(REQUEST).ending(Ending.RESETS), 2),
        new Attack("3,000 idle connections", IDLE, Behaviour.sending(REQUEST), idle, 1),
        new Attack(
            "20,000 requests in one pipeline",
            1,
            Behaviour.sending(REQUEST).repeated((long) PIPELINED * REQUEST.length()),
            idle + SLACK_SECONDS,
            PIPELINED));
  }
}
