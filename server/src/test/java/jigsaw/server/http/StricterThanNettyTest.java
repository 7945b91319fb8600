package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Compares our reader with Netty's decoder on mutated requests: whatever ours accepts, Netty's
/// accepts and understands in the same way. The other direction is not asked for.
final class StricterThanNettyTest {
  private static final int MUTATED_REQUESTS = 30_000;

  @Test
  void acceptsNothingThatNettyRefusesOrReadsInAnotherWay() {
    Mutations mutations = new Mutations(2);
    int accepted = 0;
    for (int i = 0; i < MUTATED_REQUESTS; i++) {
      byte[] bytes = mutations.next();
      List<ReadRequest> ours = ReadRequest.readAll(bytes, bytes.length).requests();
      List<String> netty = readByNetty(bytes);
      String input = new String(bytes, StandardCharsets.ISO_8859_1);
      assertThat(netty).as(input).hasSizeGreaterThanOrEqualTo(ours.size());
      for (int r = 0; r < ours.size(); r++) {
        assertThat(netty.get(r)).as(input).isEqualTo(methodAndTarget(ours.get(r), netty.get(r)));
      }
      accepted += ours.size();
    }
    assertThat(accepted).isGreaterThan(MUTATED_REQUESTS / 10);
  }

  /// Ours in the form of Netty's; only path and query of a target are kept by our reader.
  private static String methodAndTarget(ReadRequest ours, String netty) {
    String method = netty.substring(0, netty.indexOf(' '));
    String known = ours.method().equals("UNKNOWN") ? method : ours.method();
    String target = netty.substring(netty.indexOf(' ') + 1);
    String pathAndQuery = ours.path() + (target.contains("?") ? "?" + ours.query() : "");
    boolean otherForm = !target.startsWith("/") && target.endsWith(pathAndQuery);
    return known + ' ' + (otherForm ? target : pathAndQuery);
  }

  /// Method and target of each request that Netty reads to its end before its first fault.
  private static List<String> readByNetty(byte[] bytes) {
    EmbeddedChannel channel = new EmbeddedChannel(new HttpRequestDecoder());
    List<String> requests = new ArrayList<>();
    String current = "";
    boolean faulty = false;
    channel.writeInbound(Unpooled.copiedBuffer(bytes));
    HttpObject object = channel.readInbound();
    while (object != null) {
      faulty |= object.decoderResult().isFailure();
      if (object instanceof HttpRequest request) {
        current = request.method() + " " + request.uri();
      }
      if (object instanceof LastHttpContent && !faulty) {
        requests.add(current);
      }
      if (object instanceof HttpContent) {
        ReferenceCountUtil.release(object);
      }
      object = channel.readInbound();
    }
    channel.finishAndReleaseAll();
    return requests;
  }
}
