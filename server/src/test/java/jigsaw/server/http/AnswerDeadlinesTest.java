package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.InstantSource;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AnswerDeadlinesTest {
  private static final Duration LIMIT = Duration.ofNanos(100);

  private final StandardAnswers answers =
      new StandardAnswers(new AnswerEncoder(new ConstantFields("no-cache", "*", 1)));
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Loop loop =
      new Loop(
          channel.eventLoop(),
          new HttpTimeouts(LIMIT, LIMIT, LIMIT, LIMIT),
          answers,
          RequestObserver.NONE,
          InstantSource.system(),
          () -> 0);
  private final AnswerQueue queue = new AnswerQueue(channel, loop);
  private final AnswerDeadlines deadlines =
      new AnswerDeadlines(LIMIT.toNanos(), answers.unavailable(), RequestObserver.NONE);

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  @Test
  void expiresWhatWasReadFirstWhateverWasAddedFirst() {
    Exchange young = exchange(50);
    Exchange old = exchange(0);
    deadlines.add(young);
    deadlines.add(old);
    deadlines.expire(100);
    assertThat(old.settled()).isTrue();
    assertThat(young.settled()).isFalse();
    deadlines.expire(150);
    assertThat(young.settled()).isTrue();
  }

  private Exchange exchange(long startNanos) {
    Request request = new Request();
    request.startNanos = startNanos;
    return new Exchange(queue, loop.inbox(), request, false);
  }
}
