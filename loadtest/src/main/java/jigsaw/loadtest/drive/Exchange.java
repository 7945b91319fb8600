package jigsaw.loadtest.drive;

import io.netty.buffer.ByteBuf;
import io.netty.util.AsciiString;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import jigsaw.loadtest.traffic.AnswerCheck;
import jigsaw.loadtest.traffic.Failure;
import jigsaw.loadtest.traffic.Request;
import org.jspecify.annotations.Nullable;

/// One request and what came back; reused by the event loop that owns it.
final class Exchange {
  private static final int FIRST_SIZE = 4096;

  private byte[] body = new byte[FIRST_SIZE];
  private int length;
  private int status;
  private long contentLength;
  private boolean gzip;
  private long intendedNanos;
  private long sentNanos;
  private @Nullable Request request;

  void begin(Request next, long intended) {
    request = next;
    intendedNanos = intended;
    sentNanos = System.nanoTime();
    status = 0;
    length = 0;
    contentLength = -1;
    gzip = false;
  }

  void status(int code) {
    status = code;
  }

  void header(CharSequence name, CharSequence value) {
    if (AsciiString.contentEqualsIgnoreCase("content-length", name)) {
      contentLength = Long.parseLong(value.toString().strip());
    } else if (AsciiString.contentEqualsIgnoreCase("content-encoding", name)) {
      gzip = AsciiString.contentEqualsIgnoreCase("gzip", value);
    }
  }

  void append(ByteBuf data, int offset, int count) {
    if (body.length - length < count) {
      body = Arrays.copyOf(body, Math.max(body.length * 2, length + count));
    }
    data.getBytes(offset, body, length, count);
    length += count;
  }

  /// What is wrong, if anything.
  ///
  /// @param whole whether the answer was read to its end
  /// @param timeout after which the client gave up, if it did
  Optional<Failure> failure(boolean whole, Duration timeout) {
    if (!whole) {
      boolean late = System.nanoTime() - sentNanos >= timeout.toNanos();
      return Optional.of(late ? Failure.TIMEOUT : Failure.CLOSED);
    }
    return AnswerCheck.check(request(), status, contentLength, body, length, gzip);
  }

  /// For a person who wants to try it again.
  String describe() {
    return "GET " + request().path() + (status == 0 ? "" : " (" + status + ")");
  }

  Request request() {
    Request current = request;
    if (current == null) {
      throw new IllegalStateException("no request was begun");
    }
    return current;
  }

  long intendedNanos() {
    return intendedNanos;
  }

  long sentNanos() {
    return sentNanos;
  }

  boolean isGzip() {
    return gzip;
  }

  /// The bytes read; valid up to [#length] and until the next begin.
  byte[] body() {
    return body;
  }

  int length() {
    return length;
  }
}
