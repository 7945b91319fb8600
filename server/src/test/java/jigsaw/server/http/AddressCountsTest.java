package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

final class AddressCountsTest {
  private final AddressCounts counts = new AddressCounts();

  @Test
  void countsEachAddress() {
    assertThat(counts.add(at("192.0.2.1"))).isEqualTo(1);
    assertThat(counts.add(at("192.0.2.1"))).isEqualTo(2);
    assertThat(counts.add(at("192.0.2.2"))).isEqualTo(1);
    counts.remove(at("192.0.2.1"));
    assertThat(counts.add(at("192.0.2.1"))).isEqualTo(2);
  }

  @Test
  void countsANetworkOf64BitsAsOneAddress() {
    assertThat(counts.add(at("2001:db8:1:2::1"))).isEqualTo(1);
    assertThat(counts.add(at("2001:db8:1:2:ffff::9"))).isEqualTo(2);
    assertThat(counts.add(at("2001:db8:1:3::1"))).isEqualTo(1);
  }

  @Test
  void keepsNothingOfThoseWhoHaveLeft() {
    for (int host = 1; host < 200; host++) {
      counts.add(at("192.0.2." + host));
    }
    for (int host = 1; host < 200; host++) {
      counts.remove(at("192.0.2." + host));
    }
    assertThat(counts.size()).isZero();
  }

  @Test
  void knowsNoAddressOfAUnixSocket() {
    assertThat(counts.add(new DomainSocketAddress("/run/jigsaw.sock"))).isZero();
    assertThat(counts.add(null)).isZero();
    counts.remove(null);
    assertThat(counts.size()).isZero();
  }

  private static InetSocketAddress at(String address) {
    return new InetSocketAddress(address, 1234);
  }
}
