package jigsaw.catalog;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/// Puts one gzip document together from others and from the JSON between them: compressed bytes are
/// copied, nothing is compressed or unpacked. JSON between documents is stored as it is (RFC 1951
/// section 3.2.4), and so are documents that are not gzip or whose stream cannot be copied because
/// another program made it. For one document; not safe for use by several threads.
public final class GzipJoiner {
  private static final int MAX_STORED = 0xffff;
  private static final int STORED_HEADER_BYTES = 5;

  private final CRC32 pieceCrc = new CRC32();
  private byte[] buffer;
  private int length = GzipLayout.HEADER_BYTES;
  private int crc;
  private long contentLength;

  /// `expectedBytes` is a guess at the length of the result.
  public GzipJoiner(int expectedBytes) {
    buffer = new byte[Math.max(64, expectedBytes)];
    GzipLayout.putHeader(buffer);
  }

  /// Appends JSON of ASCII characters.
  public GzipJoiner json(String ascii) {
    store(ascii.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  /// Appends a stored document. One that is damaged inside its compressed bytes damages the result.
  ///
  /// @throws DataFormatException if it is neither JSON nor gzip, or makes the result too large
  public GzipJoiner document(byte[] document) throws DataFormatException {
    if (GzipLayout.isJoinable(document) && !Document.claimsImpossibleLength(document)) {
      copyBlocks(document);
    } else if (Document.isGzip(document)) {
      try (GzipDecoder decoder = new GzipDecoder()) {
        store(decoder.decode(document));
      }
    } else if (Document.isJson(document)) {
      store(document);
    } else {
      throw new DataFormatException("neither JSON nor gzip: " + document.length + " bytes");
    }
    if (contentLength > GzipDecoder.MAX_CONTENT_BYTES) {
      throw new DataFormatException(
          "documents of " + contentLength + " bytes are too many to join");
    }
    return this;
  }

  /// All that was appended, as one member.
  public byte[] toDocument() {
    reserve(GzipLayout.endBytes());
    GzipLayout.putEnd(buffer, length, crc, (int) contentLength);
    return Arrays.copyOf(buffer, length + GzipLayout.endBytes());
  }

  private void copyBlocks(byte[] document) {
    int blocks = document.length - GzipLayout.HEADER_BYTES - GzipLayout.endBytes();
    reserve(blocks);
    System.arraycopy(document, GzipLayout.HEADER_BYTES, buffer, length, blocks);
    length += blocks;
    appended(GzipLayout.crc(document), Document.jsonLength(document));
  }

  private void store(byte[] content) {
    for (int from = 0; from < content.length; from += MAX_STORED) {
      int size = Math.min(MAX_STORED, content.length - from);
      reserve(STORED_HEADER_BYTES + size);
      buffer[length] = 0;
      buffer[length + 1] = (byte) size;
      buffer[length + 2] = (byte) (size >>> 8);
      buffer[length + 3] = (byte) ~size;
      buffer[length + 4] = (byte) (~size >>> 8);
      System.arraycopy(content, from, buffer, length + STORED_HEADER_BYTES, size);
      length += STORED_HEADER_BYTES + size;
    }
    pieceCrc.reset();
    pieceCrc.update(content);
    appended((int) pieceCrc.getValue(), content.length);
  }

  private void appended(int addedCrc, int addedLength) {
    crc = JoinedCrc.of(crc, addedCrc, addedLength);
    contentLength += addedLength;
  }

  private void reserve(int bytes) {
    if (buffer.length - length < bytes) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + bytes));
    }
  }
}
