package jigsaw.catalog;

import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompresses gzip documents, one after the other with one inflater. For one thread at a time;
/// [#close] frees native memory.
public final class GzipDecoder implements AutoCloseable {
  /// Well above the largest document a valid product can have; what claims more is damaged.
  public static final int MAX_CONTENT_BYTES = 1 << 28;

  private final Inflater inflater = new Inflater(true);
  private final CRC32 crc = new CRC32();

  /// The content of a gzip document: one member with a plain ten-byte header, as [GzipEncoder] and
  /// [GzipJoiner] write it, checked against its length and CRC-32.
  ///
  /// @throws DataFormatException if the document is damaged or not of that form
  public byte[] decode(byte[] document) throws DataFormatException {
    if (!Document.isGzip(document) || document[3] != 0) {
      throw new DataFormatException("not a gzip document: " + document.length + " bytes");
    }
    int length = Document.jsonLength(document);
    if (length < 0 || length > MAX_CONTENT_BYTES) {
      throw new DataFormatException("gzip document claims a content of " + length + " bytes");
    }
    byte[] content = new byte[length];
    inflater.reset();
    inflater.setInput(
        document,
        GzipLayout.HEADER_BYTES,
        document.length - GzipLayout.HEADER_BYTES - GzipLayout.TRAILER_BYTES);
    int done = 0;
    while (done < length) {
      int read = inflater.inflate(content, done, length - done);
      if (read == 0) {
        throw new DataFormatException("gzip document ends after " + done + " of " + length);
      }
      done += read;
    }
    requireIntact(document, content);
    return content;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private void requireIntact(byte[] document, byte[] content) throws DataFormatException {
    crc.reset();
    crc.update(content);
    if (GzipLayout.crc(document) != (int) crc.getValue()) {
      throw new DataFormatException("gzip document fails its CRC-32");
    }
  }
}
