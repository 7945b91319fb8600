package jigsaw.server.content;

import java.util.Optional;
import java.util.zip.DataFormatException;
import jigsaw.catalog.Document;

/// Representations of a document stored as gzip; the JSON is unpacked for the rare client that does
/// not accept gzip.
record GzipSource(Content stored, HeadEncoder heads) implements Answer.Source {
  GzipSource(byte[] stored, HeadEncoder heads) {
    this(new Content(stored), heads);
  }

  /// @throws DamagedDocumentException if the stored bytes are not an intact gzip member
  @Override
  public Representation identity() {
    try {
      return heads.identity(GzipCoder.decode(stored.bytes()), stored.tag());
    } catch (DataFormatException e) {
      throw new DamagedDocumentException(String.valueOf(e.getMessage()), e);
    }
  }

  @Override
  public Optional<Representation> gzip() {
    return stored.bytes().length < Document.jsonLength(stored.bytes())
        ? Optional.of(heads.gzip(stored.bytes(), stored.tag()))
        : Optional.empty();
  }
}
