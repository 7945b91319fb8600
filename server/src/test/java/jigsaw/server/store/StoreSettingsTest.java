package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import jigsaw.catalog.settings.Secret;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreSettingsTest {
  private static final Duration QUERY = Duration.ofMillis(600);

  /// A connection to one of several cannot be cut off while it waits.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "jdbc:mysql://db:3306/jigsaw                    | false",
        "jdbc:mysql://db/jigsaw?sessionVariables=a=1,b=2 | false",
        "jdbc:mysql://one,two:3307/jigsaw               | true",
        "jdbc:mysql:replication://source,replica/jigsaw | true",
        "jdbc:mysql:loadbalance://one,two/jigsaw        | true"
      })
  void leavesTheLimitToTheSocketWithSeveralDatabases(String url, boolean several) {
    Duration ms = Duration.ofMillis(100);
    StoreSettings settings =
        new StoreSettings(url, "reader", Secret.NONE, 4, 10, ms, ms, ms, QUERY, ms);
    assertThat(settings.limits().question()).isEqualTo(several ? Duration.ZERO : QUERY);
  }
}
