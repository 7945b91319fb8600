package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TrustedProxiesTest {
  private static final InetSocketAddress LOCAL =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  private final TrustedProxies proxies =
      TrustedProxies.parse("127.0.0.1, 10.0.0.0/8,2001:db8::/32");

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.0.0.2, false",
    "10.255.0.1, true",
    "11.0.0.1, false",
    "2001:db8::7, true",
    "2001:db9::7, false"
  })
  void containsAddressesAndNetworks(String address, boolean expected) {
    assertThat(proxies.contains(new InetSocketAddress(address, 80))).isEqualTo(expected);
  }

  @Test
  void containsUnixSocketsIfTold() {
    DomainSocketAddress socket = new DomainSocketAddress("/run/jigsaw.sock");
    assertThat(proxies.contains(socket)).isFalse();
    assertThat(TrustedProxies.parse("unix").contains(socket)).isTrue();
    assertThat(TrustedProxies.parse("").contains(LOCAL)).isFalse();
  }

  /// What stands left of the first address that is no proxy was sent by the client itself.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.1                       | 192.0.2.1
          8.8.8.8, 192.0.2.1              | 192.0.2.1
          8.8.8.8,192.0.2.1, 10.1.1.1     | 192.0.2.1
          10.2.2.2, 10.1.1.1              | 10.2.2.2
          2001:db9::1                     | 2001:db9::1
          unknown                         | 10.9.9.9
          192.0.2.1, "><script>, 10.1.1.1 | 10.1.1.1
          192.0.2.1,                      | 10.9.9.9
          localhost                       | 10.9.9.9
          ''                              | 10.9.9.9
          """)
  void findsTheClient(String forwardedFor, String expected) {
    assertThat(proxies.client("10.9.9.9", forwardedFor)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "10.0.0.0/33", "::1/129", "10.0.0.0/", "127.0.0.1,", "1.2.3", "a/8"})
  void refusesWhatIsNoAddress(String text) {
    assertThatThrownBy(() -> TrustedProxies.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
