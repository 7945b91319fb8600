package jigsaw.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The request being served, as endpoints see it. One object per connection: it is valid only until
/// [Endpoint#serve] returns, so copy what is needed later.
public final class Request {
  /// The result of [#queryNumber] when the parameter is not there.
  public static final long ABSENT = QueryString.ABSENT;

  /// The result of [#queryNumber] and [#pathNumber] for what is not a whole number.
  public static final long INVALID = Decimal.INVALID;

  private static final byte[] NONE = {};

  final RequestHead head = new RequestHead();
  int route = RouteTable.NO_ROUTE;
  long pathNumber = INVALID;
  long startNanos;

  private final QueryString query = new QueryString();
  private byte[] bytes = {};
  private int start;

  /// Points at the octets that the offsets in [#head] are about.
  void set(byte[] source, int from) {
    bytes = source;
    start = from;
    query.set(source, from + head.queryStart, from + head.queryEnd);
  }

  /// Whether If-None-Match names `entityTag`, which is empty if the answer has none.
  boolean matches(byte[] entityTag) {
    boolean match = false;
    FieldSection fields = head.fields;
    int section = start + head.fieldsStart;
    for (int i = 0; i < fields.ifNoneMatchBounds && entityTag.length > 0; i += 2) {
      int from = section + fields.ifNoneMatch[i];
      match |= EntityTags.match(bytes, from, section + fields.ifNoneMatch[i + 1], entityTag);
    }
    return match;
  }

  /// A copy of the If-None-Match values, joined to one list, that outlives the request.
  byte[] copyOfIfNoneMatch() {
    FieldSection fields = head.fields;
    if (fields.ifNoneMatchBounds == 0) {
      return NONE;
    }
    var values = new ByteArrayOutputStream();
    for (int i = 0; i < fields.ifNoneMatchBounds; i += 2) {
      int from = fields.ifNoneMatch[i];
      values.write(bytes, start + head.fieldsStart + from, fields.ifNoneMatch[i + 1] - from);
      values.write(',');
    }
    return Arrays.copyOf(values.toByteArray(), values.size() - 1);
  }

  /// Copies the head `source[from..end)`, because its body is not here yet and `source` will be
  /// written over.
  void keep(byte[] source, int from, int end) {
    set(Arrays.copyOfRange(source, from, end), 0);
  }

  /// Whether the target is `*`, which stands for the whole server, or has a route.
  boolean known() {
    return route != RouteTable.NO_ROUTE || head.pathStart == head.pathEnd;
  }

  /// Looks the path up in `routes`.
  void route(RouteTable routes) {
    int from = start + head.pathStart;
    int end = start + head.pathEnd;
    routes.find(bytes, from, end, this);
  }

  /// The same for a path with percent-encoding.
  ///
  /// @return false if the encoding is faulty
  boolean routeDecoded(RouteTable routes) {
    Optional<byte[]> path =
        PercentEncoding.decode(bytes, start + head.pathStart, start + head.pathEnd);
    path.ifPresent(decoded -> routes.find(decoded, 0, decoded.length, this));
    return path.isPresent();
  }

  /// The part of the head between two of its offsets.
  String text(int from, int end) {
    return new String(bytes, start + from, end - from, StandardCharsets.ISO_8859_1);
  }

  /// The part of the field section between two of its offsets.
  String fieldText(int from, int end) {
    return text(head.fieldsStart + from, head.fieldsStart + end);
  }

  /// Whether only the head of the answer will be sent.
  public boolean head() {
    return head.method == Method.HEAD;
  }

  /// Whether something is to be changed; only routes that take PUT are asked that.
  public boolean put() {
    return head.method == Method.PUT;
  }

  /// Whether gzip may be sent and is liked at least as well as no coding.
  public boolean acceptsGzip() {
    return head.fields.codings.gzip();
  }

  /// The number in the path, [#INVALID] if that segment is anything but digits, [Long#MAX_VALUE] if
  /// it is larger than that.
  public long pathNumber() {
    return pathNumber;
  }

  /// A query parameter as a whole number: [#ABSENT] if it is not there, [#INVALID] if it is
  /// anything but digits or there twice, [Long#MAX_VALUE] if it is larger than that.
  public long queryNumber(String name) {
    return query.number(name);
  }

  /// A query parameter as text: nothing if it is not there, an empty text if it is badly encoded or
  /// there twice.
  public Optional<String> queryText(String name) {
    return query.text(name);
  }
}
