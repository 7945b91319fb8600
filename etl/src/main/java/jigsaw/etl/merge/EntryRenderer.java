package jigsaw.etl.merge;

import jigsaw.catalog.CatalogJson;
import jigsaw.catalog.GzipEncoder;

/// Makes the two documents of a product, in the form in which the database stores them. The same
/// rows always give the same bytes. For one thread at a time.
public final class EntryRenderer implements AutoCloseable {
  // The usual 6 takes a third longer for documents that are a thirtieth smaller.
  private static final int GZIP_LEVEL = 3;

  private final CatalogJson json = new CatalogJson();
  private final GzipEncoder gzip = new GzipEncoder(GZIP_LEVEL);
  private final DocumentFormats formats;

  public EntryRenderer(DocumentFormats formats) {
    this.formats = formats;
  }

  /// The answer of `/products/{id}`.
  public byte[] product(CatalogEntry entry) {
    return stored(json.product(entry.product(), entry.features()), formats.gzipProduct());
  }

  /// The answer of `/products/{id}/styles`.
  public byte[] styles(CatalogEntry entry) {
    return stored(json.styles(entry.product().id(), entry.styles()), formats.gzipStyles());
  }

  @Override
  public void close() {
    gzip.close();
  }

  private byte[] stored(byte[] content, boolean asGzip) {
    return asGzip ? gzip.encode(content) : content;
  }
}
