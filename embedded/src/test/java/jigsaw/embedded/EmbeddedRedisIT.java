package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisIT {
  @TempDir private Path folder;

  @Test
  void answersWithItsPasswordOnly() throws Exception {
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertThat(redis.url()).isEqualTo("redis://127.0.0.1:" + redis.port());
      assertThat(ask(redis, "PING")).startsWith("-NOAUTH");
      assertThat(ask(redis, "AUTH wrong")).startsWith("-WRONGPASS");
      assertThat(ask(redis, "AUTH " + redis.password())).isEqualTo("+OK");
      assertThat(ProcessHandle.of(redis.pid()).orElseThrow().info().commandLine().orElse(""))
          .isNotEmpty()
          .doesNotContain(redis.password());
    }
  }

  @Test
  void startsAgainInTheSameFolder() {
    String password;
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      password = redis.password();
    }
    try (EmbeddedRedis redis = EmbeddedRedis.start(folder)) {
      assertThat(redis.password()).isEqualTo(password);
    }
  }

  @Test
  void namesATakenPort() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      RedisOptions options = new RedisOptions(taken.getLocalPort(), 8);
      assertThatThrownBy(() -> EmbeddedRedis.start(folder, options))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
    }
    EmbeddedRedis.start(folder).close();
  }

  private static String ask(EmbeddedRedis redis, String command) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), redis.port())) {
      socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
      return new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
          .readLine();
    }
  }
}
