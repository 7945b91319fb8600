package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jigsaw.catalog.settings.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisUrlTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://cache",
        "redis://127.0.0.1:6379/",
        "rediss://[::1]:6380",
        "redis-cluster://one:7000",
        "redis-cluster://one:7000,two:7001,[::1]:7002",
        "redis-sentinel://one:26379,two:26379#my-master"
      })
  void takesOneRedisAClusterOrSentinels(String url) {
    assertThat(RedisUrl.checked(url)).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cache:6379",
        "http://cache:6379",
        "redis://one:6379,two:6379",
        "redis-cluster://",
        "redis-cluster://one,,two",
        "redis-cluster://one/0",
        "redis-cluster://one,user:hunter2@two",
        "redis-sentinel://one:26379",
        "redis-sentinel://one:26379#",
        "redis://user:hunter2@cache:6379"
      })
  void saysWhatIsWrongWithoutShowingASecret(String url) {
    assertThatThrownBy(() -> RedisUrl.checked(url))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("JIGSAW_REDIS_URL")
        .hasMessageContaining("redis-cluster://HOST:PORT")
        .hasMessageNotContaining("hunter2");
  }
}
