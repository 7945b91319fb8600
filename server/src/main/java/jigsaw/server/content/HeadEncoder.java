package jigsaw.server.content;

import java.nio.charset.StandardCharsets;

/// Puts a representation together from its body: length, coding and entity tag become head fields.
/// `extraFields` are whole lines, each ending in CR LF, or empty.
record HeadEncoder(Preamble preamble, Preamble notModified, String extraFields) {
  private static final String GZIP = "Content-Encoding: gzip\r\n";

  /// `tag` is the opaque part of the identity's entity tag.
  Representation identity(byte[] body, String tag) {
    return encode(body, '"' + tag + '"', "");
  }

  /// The entity tag differs from the identity's: a strong tag names one representation.
  Representation gzip(byte[] body, String tag) {
    return encode(body, '"' + tag + ".gz\"", GZIP);
  }

  private Representation encode(byte[] body, String entityTag, String coding) {
    String validator = "ETag: " + entityTag + "\r\n" + extraFields + "\r\n";
    String head = coding + "Content-Length: " + body.length + "\r\n" + validator;
    return new Representation(
        preamble, ascii(head), body, ascii(entityTag), notModified, ascii(validator));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
