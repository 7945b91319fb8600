package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Optional;
import jigsaw.embedded.blackbox.RawConnection;
import org.junit.jupiter.api.Test;

/// A server that takes two connections from one address.
final class AddressLimitIT {
  private static final String GET = "GET /things/1 HTTP/1.1\r\nHost: a\r\n\r\n";

  private final RefusalCounts refusals = new RefusalCounts();

  @Test
  void turnsAwayTheThirdConnectionUntilOneOfTheOthersEnds() throws IOException {
    try (ProtocolServer server = start(TrustedProxies.NONE);
        RawConnection first = new RawConnection(server.port())) {
      assertThat(status(first)).isEqualTo(200);
      try (RawConnection second = new RawConnection(server.port())) {
        assertThat(status(second)).isEqualTo(200);
        try (RawConnection third = new RawConnection(server.port())) {
          await().until(() -> refusals.of(Refusal.ADDRESS_LIMIT) == 1);
          assertThat(third.readToEnd()).isEmpty();
        }
        assertThat(status(first)).isEqualTo(200);
      }
      await().until(() -> server.connections() == 1);
      try (RawConnection later = new RawConnection(server.port())) {
        assertThat(status(later)).isEqualTo(200);
      }
    }
    assertThat(refusals.of(Refusal.ADDRESS_LIMIT)).isEqualTo(1);
  }

  @Test
  void takesAnyNumberFromATrustedProxy() throws IOException {
    try (ProtocolServer server = start(TrustedProxies.parse("127.0.0.0/8,::1"));
        RawConnection first = new RawConnection(server.port());
        RawConnection second = new RawConnection(server.port());
        RawConnection third = new RawConnection(server.port())) {
      assertThat(status(first)).isEqualTo(200);
      assertThat(status(second)).isEqualTo(200);
      assertThat(status(third)).isEqualTo(200);
    }
    assertThat(refusals.of(Refusal.ADDRESS_LIMIT)).isZero();
  }

  private ProtocolServer start(TrustedProxies proxies) throws IOException {
    HttpSettings settings =
        new HttpSettings(
            "127.0.0.1",
            0,
            1,
            Transport.AUTO,
            new ClientSettings(100, 2, proxies),
            ProtocolServer.PATIENT,
            Optional.empty());
    return new ProtocolServer(settings, refusals);
  }

  private static int status(RawConnection connection) throws IOException {
    connection.send(GET);
    return connection.read(false).status();
  }
}
