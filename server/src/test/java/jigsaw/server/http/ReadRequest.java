package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What our reader makes of a stream of octets, in a form that can be compared.
record ReadRequest(
    String method, String path, String query, boolean http10, boolean persistent, String fields) {
  /// The requests in `bytes`, read in pieces of `pieceLength` octets as a connection would.
  static Result readAll(byte[] bytes, int pieceLength) {
    Request request = new Request();
    RequestReader reader = new RequestReader(request);
    List<ReadRequest> requests = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    byte[] kept = {};
    int taken = 0;
    int keptFrom = 0;
    while (taken < bytes.length) {
      int length = Math.min(pieceLength, bytes.length - taken);
      byte[] piece = new byte[kept.length + length];
      System.arraycopy(kept, 0, piece, 0, kept.length);
      System.arraycopy(bytes, taken, piece, kept.length, length);
      taken += length;
      int at = 0;
      boolean complete = true;
      while (complete && at < piece.length) {
        at = reader.read(piece, at, piece.length);
        complete = reader.complete();
        if (complete && request.head.fault != Fault.NONE) {
          return new Result(requests, ends, request.head.fault);
        }
        if (complete) {
          requests.add(of(request));
          ends.add(keptFrom + at);
          reader.reset();
        }
      }
      keptFrom += at;
      kept = Arrays.copyOfRange(piece, at, piece.length);
    }
    return new Result(requests, ends, Fault.NONE);
  }

  /// The same, with a new connection for each request.
  static Result readEachAlone(byte[] bytes) {
    List<ReadRequest> requests = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    int from = 0;
    while (true) {
      Request request = new Request();
      RequestReader reader = new RequestReader(request);
      int next = reader.read(bytes, from, bytes.length);
      if (!reader.complete() || request.head.fault != Fault.NONE) {
        return new Result(requests, ends, request.head.fault);
      }
      requests.add(of(request));
      ends.add(next);
      from = next;
    }
  }

  private static ReadRequest of(Request request) {
    RequestHead head = request.head;
    return new ReadRequest(
        head.method.name(),
        request.text(head.pathStart, head.pathEnd),
        request.text(head.queryStart, head.queryEnd),
        head.http10,
        head.persistent(),
        fields(request));
  }

  private static String fields(Request request) {
    FieldSection fields = request.head.fields;
    return String.join(
        " ",
        Long.toString(fields.contentLength),
        Boolean.toString(fields.chunked),
        Boolean.toString(fields.expectContinue),
        Boolean.toString(fields.codings.gzip()),
        new String(request.copyOfIfNoneMatch(), StandardCharsets.ISO_8859_1),
        request.fieldText(fields.forwardedForStart, fields.forwardedForEnd));
  }

  /// The requests up to the first fault, and where in the input each ends.
  record Result(List<ReadRequest> requests, List<Integer> ends, Fault fault) {}
}
