package jigsaw.server.accesslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.server.http.AccessEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogWriterTest {
  @TempDir private Path folder;

  @Test
  void writesWhatItIsGivenBeforeItCloses() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AccessLogWriter log = AccessLogWriter.start(settings("stdout"), print(out));
    for (int i = 0; i < 1_000; i++) {
      log.add(entry(i));
    }
    log.close();
    assertThat(out.toString(UTF_8).lines()).hasSize(1_000);
    assertThat(log.lines()).isEqualTo(1_000);
    assertThat(log.dropped()).isZero();
  }

  @Test
  void dropsAndCountsWhatAReaderThatHangsLeavesNoRoomFor() throws Exception {
    CountDownLatch hanging = new CountDownLatch(1);
    CountDownLatch released = new CountDownLatch(1);
    OutputStream stuck =
        new OutputStream() {
          @Override
          public void write(int octet) {}

          @Override
          public void write(byte[] bytes, int from, int length) {
            hanging.countDown();
            try {
              released.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          }
        };
    AccessLogWriter log = AccessLogWriter.start(settings("stdout"), print(stuck));
    log.add(entry(0));
    hanging.await();
    for (int i = 0; i < AccessLogWriter.MAX_WAITING + 7; i++) {
      log.add(entry(i));
    }
    assertThat(log.dropped()).isEqualTo(7);
    released.countDown();
    log.close();
    assertThat(log.lines()).isEqualTo(AccessLogWriter.MAX_WAITING + 1);
  }

  @Test
  void goesOnInANewFileAfterARotation() throws Exception {
    Path file = folder.resolve("access.log");
    Files.writeString(file, "before\n");
    AccessLogWriter log = AccessLogWriter.start(settings(file.toString()), System.out);
    log.add(entry(1));
    await().until(() -> log.lines() == 1);
    Files.move(file, folder.resolve("access.log.1"));
    log.add(entry(2));
    await().until(() -> log.lines() == 2);
    log.close();
    assertThat(Files.readString(folder.resolve("access.log.1"))).startsWith("before\n{");
    assertThat(Files.readAllLines(file)).singleElement().asString().contains("\"id\":\"2\"");
  }

  @Test
  void countsWhatCannotBeWritten() {
    LineSink broken =
        new LineSink() {
          @Override
          public void write(byte[] lines) throws IOException {
            throw new IOException("disk full");
          }

          @Override
          public void close() {}
        };
    AccessLogWriter log = new AccessLogWriter(settings("stdout"), broken);
    log.add(entry(1));
    log.add(entry(2));
    log.drain();
    assertThat(log.dropped()).isEqualTo(2);
    assertThat(log.lines()).isZero();
  }

  @Test
  void namesTheSettingOfAFileThatCannotBeOpened() {
    String missing = folder.resolve("missing/access.log").toString();
    assertThatThrownBy(() -> AccessLogWriter.start(settings(missing), System.out))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("JIGSAW_ACCESS_LOG")
        .hasMessageContaining(missing)
        .hasMessageContaining("off, stdout or a file that can be written");
    assertThatThrownBy(() -> settings(" ")).isInstanceOf(InvalidSettingException.class);
  }

  private static AccessLogSettings settings(String target) {
    return AccessLogSettings.of(target, 1, LogFormat.JSON);
  }

  private static PrintStream print(OutputStream out) {
    return new PrintStream(out, false, UTF_8);
  }

  private static AccessEntry entry(int id) {
    return new AccessEntry(0, "127.0.0.1", Integer.toString(id), "GET", "/", "HTTP/1.1", 200, 1, 1);
  }
}
