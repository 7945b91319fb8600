package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlFailuresTest {
  @Test
  void tellsSilenceFromABrokenConnection() {
    assertThat(SqlFailures.isTimeout(linkFailure(new SocketTimeoutException("Read timed out"))))
        .isTrue();
    assertThat(SqlFailures.isTimeout(linkFailure(new EOFException("unexpected end")))).isFalse();
    assertThat(SqlFailures.isTimeout(new SQLException("no cause"))).isFalse();
  }

  @Test
  void tellsAConnectionFromAStatement() {
    assertThat(SqlFailures.isConnectionFailure(new SQLException("reset", "08S01"))).isTrue();
    assertThat(SqlFailures.isConnectionFailure(new SQLException("shutdown", "70100"))).isTrue();
    assertThat(SqlFailures.isConnectionFailure(new SQLException("no such table", "42S02")))
        .isFalse();
  }

  /// As Connector/J wraps it.
  private static SQLException linkFailure(IOException cause) {
    return new SQLException(
        "Communications link failure", "08S01", new IllegalStateException(cause));
  }
}
