package jigsaw.catalog.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseTlsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://127.0.0.1:3306/jigsaw",
        "jdbc:mysql://127.0.1.1/jigsaw",
        "jdbc:mysql://localhost/jigsaw?connectTimeout=5",
        "jdbc:mysql://[::1]:3306/jigsaw",
        "jdbc:mysql:replication://localhost:1,127.0.0.1:2/jigsaw"
      })
  void isOffWithinOneMachine(String url) {
    assertThat(DatabaseTls.properties(url))
        .containsEntry("sslMode", "DISABLED")
        .containsEntry("allowPublicKeyRetrieval", "true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/jigsaw",
        "jdbc:mysql://localhost.example/jigsaw",
        "jdbc:mysql://127.0.0.1.example/jigsaw",
        "jdbc:mysql://10.0.0.1:3306/jigsaw?x=127.0.0.1",
        "jdbc:mysql://127.0.0.1,db/jigsaw"
      })
  void isTheDriversChoiceElsewhere(String url) {
    assertThat(DatabaseTls.properties(url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://127.0.0.1/jigsaw?sslMode=VERIFY_CA",
        "jdbc:mysql://127.0.0.1/jigsaw?connectTimeout=5&sslmode=PREFERRED",
        "jdbc:mysql://127.0.0.1/jigsaw?useSSL=true"
      })
  void isWhatTheAddressSays(String url) {
    assertThat(DatabaseTls.properties(url)).isEmpty();
  }
}
