package jigsaw.server.content;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jigsaw.catalog.Document;

/// Encodes answers with the server's constant header fields. One per server; safe for use by
/// several threads.
public final class AnswerEncoder {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String PROBLEM = "application/problem+json";

  private final ConstantFields fields;
  private final Preamble notModified;
  private final Preamble json;
  private final Map<Kind, Preamble> others = new ConcurrentHashMap<>();

  public AnswerEncoder(ConstantFields fields) {
    this.fields = fields;
    notModified = new Preamble(304, "Not Modified", fields.ofCacheable());
    json = new Preamble(200, "OK", fields.ofCacheable() + "Content-Type: " + JSON + "\r\n");
  }

  /// The answer that a stored document is; takes ownership of `stored`.
  ///
  /// @throws DamagedDocumentException if it is neither JSON nor gzip of a possible length
  public Answer document(byte[] stored) {
    if (Document.claimsImpossibleLength(stored)) {
      throw new DamagedDocumentException("a gzip document claims an impossible length");
    }
    if (Document.isGzip(stored)) {
      var source = new GzipSource(stored, cacheable(json, ""));
      return Answer.of(source, stored.length + Document.jsonLength(stored));
    }
    if (!Document.isJson(stored)) {
      throw new DamagedDocumentException("a document of " + stored.length + " bytes is not JSON");
    }
    return json(stored);
  }

  /// An answer of rendered JSON; takes ownership of `body`.
  public Answer json(byte[] body) {
    return Answer.of(new PlainSource(body, cacheable(json, "")), 2 * body.length);
  }

  /// One page of a list: `link` is the value of the Link field (RFC 8288), `total` how many there
  /// are on all pages. Takes ownership of `body`.
  public Answer list(byte[] body, String link, long total) {
    String extra = "Link: " + link + "\r\nX-Total-Count: " + total + "\r\n";
    return Answer.of(new PlainSource(body, cacheable(json, extra)), 2 * body.length);
  }

  /// Something that is part of the program, such as a page: cached and validated as documents are.
  /// Takes ownership of `body`.
  public Answer resource(String contentType, byte[] body) {
    Preamble preamble = preamble(200, "OK", fields.ofCacheable(), contentType);
    return Answer.of(new PlainSource(body, cacheable(preamble, "")), 2 * body.length);
  }

  /// An answer that is true for this moment only, such as a metric. Takes ownership of `body`.
  public Answer momentary(int status, String reason, String contentType, byte[] body) {
    Preamble preamble = preamble(status, reason, fields.ofMomentary(), contentType);
    byte[] head = ascii("Content-Length: " + body.length + "\r\n\r\n");
    return Answer.fixed(Representation.withoutEntityTag(preamble, head, body));
  }

  /// A refusal as problem+json (RFC 9457).
  public Answer problem(Problem problem) {
    byte[] body =
        ("{\"type\":\"about:blank\",\"title\":\""
                + problem.title()
                + "\",\"status\":"
                + problem.status()
                + ",\"detail\":\""
                + problem.detail()
                + "\"}")
            .getBytes(StandardCharsets.UTF_8);
    Preamble preamble = preamble(problem.status(), problem.title(), fields.ofMomentary(), PROBLEM);
    StringBuilder head = new StringBuilder();
    problem.fields().forEach(field -> head.append(field).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    return Answer.fixed(Representation.withoutEntityTag(preamble, ascii(head.toString()), body));
  }

  /// The answer to OPTIONS: which methods there are, to a browser's preflight (Fetch standard, CORS
  /// protocol) as well as to anybody else.
  public Answer options() {
    Preamble preamble = new Preamble(204, "No Content", fields.ofPreflight());
    return Answer.fixed(Representation.withoutEntityTag(preamble, ascii("\r\n"), new byte[0]));
  }

  private Preamble preamble(int status, String reason, String constant, String contentType) {
    String lines = constant + "Content-Type: " + contentType + "\r\n";
    return others.computeIfAbsent(
        new Kind(status, reason, lines), kind -> new Preamble(status, reason, lines));
  }

  private HeadEncoder cacheable(Preamble preamble, String extraFields) {
    return new HeadEncoder(preamble, notModified, extraFields);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// What tells one preamble from another.
  private record Kind(int status, String reason, String fields) {}
}
