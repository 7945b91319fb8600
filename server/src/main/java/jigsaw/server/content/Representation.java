package jigsaw.server.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One encoding of an answer, ready to be written: preamble, own head fields with the empty line
/// that ends them, body. Its arrays are never written to after construction.
///
/// A GET gets preamble, [#head] and [#body]; a HEAD the same without the body; a request whose
/// If-None-Match names [#entityTag] the two not-modified parts (RFC 9110 section 15.4.5).
public final class Representation {
  private static final byte[] NONE = {};

  private final Preamble preamble;
  private final byte[] head;
  private final byte[] body;
  private final byte[] entityTag;
  private final Preamble notModifiedPreamble;
  private final byte[] notModifiedHead;

  Representation(
      Preamble preamble,
      byte[] head,
      byte[] body,
      byte[] entityTag,
      Preamble notModifiedPreamble,
      byte[] notModifiedHead) {
    this.preamble = preamble;
    this.head = head;
    this.body = body;
    this.entityTag = entityTag;
    this.notModifiedPreamble = notModifiedPreamble;
    this.notModifiedHead = notModifiedHead;
  }

  /// A representation that no conditional request can match.
  static Representation withoutEntityTag(Preamble preamble, byte[] head, byte[] body) {
    return new Representation(preamble, head, body, NONE, preamble, NONE);
  }

  /// The same with an Age field (RFC 9111 section 5.1).
  Representation withAge(long seconds) {
    byte[] age = ("Age: " + seconds + "\r\n").getBytes(StandardCharsets.US_ASCII);
    return new Representation(
        preamble,
        joined(age, head),
        body,
        entityTag,
        notModifiedPreamble,
        notModifiedHead.length == 0 ? NONE : joined(age, notModifiedHead));
  }

  public Preamble preamble() {
    return preamble;
  }

  public byte[] head() {
    return head;
  }

  public byte[] body() {
    return body;
  }

  /// The strong entity tag with its quotes (RFC 9110 section 8.8.3); empty if there is none.
  public byte[] entityTag() {
    return entityTag;
  }

  public Preamble notModifiedPreamble() {
    return notModifiedPreamble;
  }

  public byte[] notModifiedHead() {
    return notModifiedHead;
  }

  int weightBytes() {
    return head.length + body.length + entityTag.length + notModifiedHead.length;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
