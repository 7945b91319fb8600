package jigsaw.server.http;

import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.Optional;

/// How the operating system is asked for network events.
public enum Transport {
  /// epoll where there is one, otherwise NIO.
  AUTO {
    @Override
    Transport resolve() {
      return Epoll.isAvailable() ? EPOLL : NIO;
    }
  },
  EPOLL,
  IO_URING,
  NIO;

  /// The transport itself, for [#AUTO].
  Transport resolve() {
    return this;
  }

  /// Whether this machine has it.
  public boolean isAvailable() {
    return switch (this) {
      case AUTO, NIO -> true;
      case EPOLL -> Epoll.isAvailable();
      case IO_URING -> IoUring.isAvailable();
    };
  }

  /// @throws IllegalStateException if the machine lacks this transport
  IoHandlerFactory ioHandlers() {
    return switch (this) {
      case AUTO -> resolve().ioHandlers();
      case EPOLL -> {
        require(Epoll.isAvailable(), Epoll.unavailabilityCause());
        yield LastingEpoll.newFactory();
      }
      case IO_URING -> {
        require(IoUring.isAvailable(), IoUring.unavailabilityCause());
        yield IoUringIoHandler.newFactory();
      }
      case NIO -> NioIoHandler.newFactory();
    };
  }

  Class<? extends ServerSocketChannel> serverChannel() {
    return switch (this) {
      case AUTO -> resolve().serverChannel();
      case EPOLL -> EpollServerSocketChannel.class;
      case IO_URING -> IoUringServerSocketChannel.class;
      case NIO -> NioServerSocketChannel.class;
    };
  }

  /// The option of connections that bounds what the kernel takes of an answer before it can send it
  /// (tcp(7), TCP_NOTSENT_LOWAT), in bytes; Java's own sockets have none.
  Optional<ChannelOption<Long>> unsentLimit() {
    return switch (this) {
      case AUTO -> resolve().unsentLimit();
      case EPOLL -> Optional.of(EpollChannelOption.TCP_NOTSENT_LOWAT);
      case IO_URING -> Optional.of(IoUringChannelOption.TCP_NOTSENT_LOWAT);
      case NIO -> Optional.empty();
    };
  }

  /// What listens on a Unix domain socket.
  Class<? extends ServerChannel> unixServerChannel() {
    return switch (this) {
      case AUTO -> resolve().unixServerChannel();
      case EPOLL -> EpollServerDomainSocketChannel.class;
      case IO_URING -> IoUringServerDomainSocketChannel.class;
      case NIO -> NioServerDomainSocketChannel.class;
    };
  }

  /// The address of a Unix domain socket, as [#unixServerChannel] takes it.
  SocketAddress unixAddress(Path file) {
    return resolve() == NIO
        ? UnixDomainSocketAddress.of(file)
        : new DomainSocketAddress(file.toString());
  }

  /// Whether a buffer is needed only while octets are read, not while they are waited for.
  boolean readsWhenReady() {
    return this != IO_URING;
  }

  private void require(boolean available, Throwable cause) {
    if (!available) {
      throw new IllegalStateException("transport " + name() + " is not available here", cause);
    }
  }
}
