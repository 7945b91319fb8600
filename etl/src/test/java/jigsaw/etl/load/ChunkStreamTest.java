package jigsaw.etl.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.junit.jupiter.api.Test;

final class ChunkStreamTest {
  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(8);

  @Test
  void endsAStatementBetweenChunks() throws IOException {
    for (String chunk : new String[] {"one\n", "two\n", "three\n", ""}) {
      chunks.add(chunk.getBytes(US_ASCII));
    }
    ChunkStream first = new ChunkStream(chunks, 5);
    assertThat(new String(first.readAllBytes(), US_ASCII)).isEqualTo("one\ntwo\n");
    assertThat(first.tableEnded()).isFalse();
    ChunkStream second = new ChunkStream(chunks, 100);
    assertThat(second.read()).isEqualTo('t');
    assertThat(new String(second.readAllBytes(), US_ASCII)).isEqualTo("hree\n");
    assertThat(second.tableEnded()).isTrue();
  }

  @Test
  void hasNothingForAnEmptyTable() throws IOException {
    chunks.add(new byte[0]);
    ChunkStream stream = new ChunkStream(chunks, 100);
    assertThat(stream.hasContent()).isFalse();
    assertThat(stream.tableEnded()).isTrue();
  }

  @Test
  void failsWhenItsThreadIsInterrupted() {
    ChunkStream stream = new ChunkStream(chunks, 100);
    Thread.currentThread().interrupt();
    assertThatThrownBy(stream::read).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
