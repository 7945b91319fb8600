package jigsaw.server.content;

/// Bytes that are never written to, and the opaque entity tag made of them.
final class Content {
  private final byte[] bytes;
  private final String tag;

  Content(byte[] bytes) {
    this.bytes = bytes;
    tag = EntityTag.opaque(bytes);
  }

  byte[] bytes() {
    return bytes;
  }

  String tag() {
    return tag;
  }
}
