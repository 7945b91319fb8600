package jigsaw.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpHeadersFactory;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import io.netty.util.ReferenceCountUtil;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The least that a Netty server does: its codec, one fixed answer, one flush a read burst.
final class BareNettyServer {
  private static final int BACKLOG = 4_096;

  private BareNettyServer() {}

  /// Arguments: port, file with the fields of the answer, one a line, number of body bytes.
  public static void main(String[] arguments) throws Exception {
    List<CharSequence> names = new ArrayList<>();
    List<CharSequence> values = new ArrayList<>();
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      int colon = line.indexOf(':');
      names.add(AsciiString.cached(line.substring(0, colon)));
      values.add(AsciiString.cached(line.substring(colon + 1).strip()));
    }
    Answering.Fields fields = new Answering.Fields(names, values);
    ByteBuf body = Unpooled.directBuffer().writeZero(Integer.parseInt(arguments[2]));
    ByteBuf shared = Unpooled.unreleasableBuffer(body.asReadOnly());
    EventLoopGroup group =
        new MultiThreadIoEventLoopGroup(
            Runtime.getRuntime().availableProcessors(), EpollIoHandler.newFactory());
    new ServerBootstrap()
        .group(group)
        .channel(EpollServerSocketChannel.class)
        .option(io.netty.channel.ChannelOption.SO_BACKLOG, BACKLOG)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new HttpServerCodec(), new Answering(fields, shared));
              }
            })
        .bind(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]))
        .sync()
        .channel()
        .closeFuture()
        .sync();
  }

  /// Last in the pipeline: ends every request with the same answer.
  private static final class Answering extends ChannelInboundHandlerAdapter {
    private static final AsciiString DATE = AsciiString.cached("Date");
    private static final HttpHeadersFactory UNCHECKED =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false);
    private static final long DATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Fields fields;
    private final ByteBuf body;
    private AsciiString date = now();
    private long dateNanos = System.nanoTime();

    Answering(Fields fields, ByteBuf body) {
      this.fields = fields;
      this.body = body;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      try {
        if (message instanceof HttpRequest) {
          HttpHeaders headers = UNCHECKED.newHeaders();
          for (int i = 0; i < fields.names.size(); i++) {
            headers.set(fields.names.get(i), fields.values.get(i));
          }
          headers.set(DATE, date);
          var _ =
              context.write(
                  new DefaultFullHttpResponse(
                      HttpVersion.HTTP_1_1,
                      HttpResponseStatus.OK,
                      body.duplicate(),
                      headers,
                      EmptyHttpHeaders.INSTANCE),
                  context.voidPromise());
        }
      } finally {
        ReferenceCountUtil.release(message);
      }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
      if (System.nanoTime() - dateNanos > DATE_NANOS) {
        date = now();
        dateNanos = System.nanoTime();
      }
      context.flush();
    }

    private static AsciiString now() {
      return new AsciiString(
          DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    }

    /// The fields of every answer.
    private record Fields(List<CharSequence> names, List<CharSequence> values) {}
  }
}
