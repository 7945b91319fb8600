package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.server.http.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void hasADefaultForEverything() {
    Settings settings = TestServer.settings(Map.of());
    assertThat(settings.http().clients().maxConnections()).isEqualTo(16_000);
    assertThat(settings.cache().localBytes()).isEqualTo(64L << 20);
    assertThat(settings.cache().ttl()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.redis()).isEmpty();
    assertThat(settings.store().threads())
        .isEqualTo(4 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void takesTheEnvironmentAndPrefersOptions() {
    Map<String, String> environment =
        Map.of("JIGSAW_CACHE_SIZE", "1GiB", "JIGSAW_DB_QUEUE_WAIT", "50ms");
    Settings settings = TestServer.settings(environment, "--cache-size=2MiB");
    assertThat(settings.cache().localBytes()).isEqualTo(2L << 20);
    assertThat(settings.store().queueWait()).isEqualTo(Duration.ofMillis(50));
  }

  @Test
  void readsRedisPasswordFromAFileAndNeverShowsIt() throws Exception {
    Path file = Files.writeString(folder.resolve("password"), "s3cret\n");
    Settings settings =
        TestServer.settings(
            Map.of(), "--redis-url=redis://127.0.0.1:6379", "--redis-password-file=" + file);
    assertThat(settings.redis().orElseThrow().password().reveal()).isEqualTo("s3cret");
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --cache-ttl=0s | JIGSAW_CACHE_TTL: '0ms', expected a time from 1ms
          --answer-timeout=1m | JIGSAW_ANSWER_TIMEOUT: '60000ms', expected a time from 10ms
          --cache-size=1024GiB | JIGSAW_CACHE_SIZE: '1048576MiB', expected at most
          --db-threads=-1 | JIGSAW_DB_THREADS: '-1', expected a number from 0
          --max-connections=0 | JIGSAW_MAX_CONNECTIONS: '0', expected a number from 1
          --cors-origin=shop | JIGSAW_CORS_ORIGIN: 'shop', expected * or an origin
          --max-connections-per-address=-1 | JIGSAW_MAX_CONNECTIONS_PER_ADDRESS: '-1', expected a
          --trusted-proxies=nginx | JIGSAW_TRUSTED_PROXIES: 'nginx', expected addresses like
          --bind=no.such.host.invalid | JIGSAW_BIND: 'no.such.host.invalid', expected an address
          --redis-url=127.0.0.1:6379 | JIGSAW_REDIS_URL: '127.0.0.1:6379', expected redis://HOST:PORT
          --redis-url=redis://u:pw@h:1 | JIGSAW_REDIS_URL: 'redis://(hidden)@h:1', expected redis://
          --db-url=jdbc:postgresql://h/x | JIGSAW_DB_URL: 'jdbc:postgresql://h/x', expected jdbc:mysql
          """)
  void namesKeyValueAndExpectation(String option, String message) {
    assertThatThrownBy(() -> TestServer.settings(Map.of(), option))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port=http | JIGSAW_PORT
          --cache-size=64MB | JIGSAW_CACHE_SIZE
          --cache-ttl=5 | JIGSAW_CACHE_TTL
          --transport=pigeon | JIGSAW_TRANSPORT
          --open-when=never | JIGSAW_OPEN_WHEN
          --cache-sise=1 | --cache-size
          """)
  void stopsTheStartAtWhatIsNoValueAtAll(String option, String hint) {
    StringWriter err = new StringWriter();
    CommandLine commandLine = ServerMain.commandLine(Map.of()).setErr(new PrintWriter(err));
    assertThat(commandLine.execute(option)).isEqualTo(ServerMain.WRONG_SETTING);
    assertThat(err.toString()).contains(hint);
  }

  @ParameterizedTest
  @EnumSource(Transport.class)
  void takesTheTransportsThatThisMachineHas(Transport transport) {
    String name = transport.name().toLowerCase(Locale.ROOT);
    if (transport.isAvailable()) {
      assertThat(TestServer.settings(Map.of(), "--transport=" + name).http().transport())
          .isEqualTo(transport);
    } else {
      assertThatThrownBy(() -> TestServer.settings(Map.of(), "--transport=" + name))
          .isInstanceOf(InvalidSettingException.class)
          .hasMessageStartingWith("JIGSAW_TRANSPORT: '" + name + "', expected");
    }
  }

  @Test
  void stopsTheStartAtAValueOutOfRange() {
    StringWriter err = new StringWriter();
    CommandLine commandLine = ServerMain.commandLine(Map.of()).setErr(new PrintWriter(err));
    assertThat(commandLine.execute("--port=70000")).isEqualTo(ServerMain.WRONG_SETTING);
    assertThat(err.toString())
        .contains("JIGSAW_PORT: '70000', expected a number from 0 to 65535")
        .doesNotContain("\tat ");
  }

  @Test
  void namesTheSettingAndTheReasonWhenAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StringWriter err = new StringWriter();
      CommandLine commandLine = ServerMain.commandLine(Map.of()).setErr(new PrintWriter(err));
      int exitCode = commandLine.execute("--bind=127.0.0.1", "--port=" + taken.getLocalPort());
      assertThat(exitCode).isEqualTo(ServerMain.PORT_TAKEN);
      assertThat(err.toString())
          .contains(
              "JIGSAW_PORT, JIGSAW_BIND or JIGSAW_UNIX_SOCKET: cannot listen on 127.0.0.1:",
              "in use")
          .doesNotContain("\tat ");
    }
  }
}
