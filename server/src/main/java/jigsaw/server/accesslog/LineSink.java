package jigsaw.server.accesslog;

import java.io.IOException;

/// Takes finished lines. For the access log's own thread.
interface LineSink extends AutoCloseable {
  /// Writes whole lines in UTF-8; may wait as long as the operating system does.
  void write(byte[] lines) throws IOException;

  @Override
  void close() throws IOException;
}
