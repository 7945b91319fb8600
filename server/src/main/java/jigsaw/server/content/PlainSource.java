package jigsaw.server.content;

import java.util.Optional;

/// Representations of JSON or text as it is; gzip is made of it on demand.
record PlainSource(Content content, HeadEncoder heads) implements Answer.Source {
  PlainSource(byte[] body, HeadEncoder heads) {
    this(new Content(body), heads);
  }

  @Override
  public Representation identity() {
    return heads.identity(content.bytes(), content.tag());
  }

  @Override
  public Optional<Representation> gzip() {
    byte[] compressed = GzipCoder.encode(content.bytes());
    return compressed.length < content.bytes().length
        ? Optional.of(heads.gzip(compressed, content.tag()))
        : Optional.empty();
  }
}
