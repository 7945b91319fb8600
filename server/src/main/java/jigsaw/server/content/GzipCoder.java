package jigsaw.server.content;

import java.util.zip.DataFormatException;
import jigsaw.catalog.GzipDecoder;
import jigsaw.catalog.GzipEncoder;

/// Gzip for whichever thread needs it; each thread keeps its own native state for good, so only the
/// server's few long-lived threads should use it.
final class GzipCoder {
  /// Answers are made once and read often, but a client waits for the first: the default balance.
  private static final int LEVEL = 6;

  private static final ThreadLocal<GzipEncoder> ENCODER =
      ThreadLocal.withInitial(() -> new GzipEncoder(LEVEL));
  private static final ThreadLocal<GzipDecoder> DECODER = ThreadLocal.withInitial(GzipDecoder::new);

  private GzipCoder() {}

  static byte[] encode(byte[] content) {
    return ENCODER.get().encode(content);
  }

  static byte[] decode(byte[] document) throws DataFormatException {
    return DECODER.get().decode(document);
  }
}
