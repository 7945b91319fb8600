package jigsaw.server.http;

import static jigsaw.server.http.Route.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import jigsaw.server.content.Pending;
import org.junit.jupiter.api.Test;

final class RouteTableTest {
  private static final Endpoint ANY = request -> new Pending();

  private final RouteTable routes =
      RouteTable.of(
          route("/things/{id}", ANY),
          route("/things", ANY),
          route("/things/new", ANY),
          route("/things/{id}/parts", ANY));
  private final Request request = new Request();

  @Test
  void numbersRoutesInTheirOrderAfterNoRoute() {
    assertThat(routes.templates())
        .containsExactly("none", "/things/{id}", "/things", "/things/new", "/things/{id}/parts");
    assertThat(find("/things")).isEqualTo(2);
    assertThat(find("/elsewhere")).isEqualTo(RouteTable.NO_ROUTE);
  }

  @Test
  void readsTheNumberInThePath() {
    assertThat(find("/things/42/parts/")).isEqualTo(4);
    assertThat(request.pathNumber()).isEqualTo(42);
    assertThat(find("/things/x")).isEqualTo(1);
    assertThat(request.pathNumber()).isEqualTo(Request.INVALID);
  }

  @Test
  void prefersALiteralSegmentToAParameter() {
    assertThat(find("/things/new")).isEqualTo(3);
    assertThat(request.pathNumber()).isEqualTo(Request.INVALID);
  }

  @Test
  void forgetsTheNumberOfTheLastPath() {
    find("/things/42");
    find("/things");
    assertThat(request.pathNumber()).isEqualTo(Request.INVALID);
  }

  @Test
  void refusesTemplatesItCannotServe() {
    assertThatIllegalArgumentException().isThrownBy(() -> route("things", ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> route("/things/", ANY));
    assertThatIllegalArgumentException().isThrownBy(() -> route("/{a}/{b}", ANY));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RouteTable.of(route("/a/{x}", ANY), route("/a/{y}", ANY)));
  }

  private int find(String path) {
    byte[] bytes = path.getBytes(StandardCharsets.US_ASCII);
    routes.find(bytes, 0, bytes.length, request);
    return request.route;
  }
}
