package jigsaw.jmh;

import java.nio.charset.StandardCharsets;

/// Requests as load generators and as browsers send them.
public final class SampleRequests {
  /// What browsers send beside the request line and Host: with it, ten lines of 560 bytes.
  public static final String BROWSER_FIELDS =
      """
      User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) \
      Chrome/141.0.0.0 Safari/537.36
      Accept: application/json, text/plain, */*
      Accept-Language: en-GB,en;q=0.9,de;q=0.8
      Accept-Encoding: gzip, deflate, br, zstd
      Referer: https://shop.example/products/16060?from=recommendations
      Origin: https://shop.example
      Connection: keep-alive
      Sec-Fetch-Dest: empty
      Sec-Fetch-Mode: cors
      """
          .replace("\n", "\r\n");

  private SampleRequests() {}

  /// A GET with `fields`, each a whole line.
  public static byte[] get(String path, String fields) {
    return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n" + fields + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// A GET whose further lines are `minimal` (none), `gzip` or `browser`.
  public static byte[] of(String kind, String path) {
    return switch (kind) {
      case "minimal" -> get(path, "");
      case "gzip" -> get(path, "Accept-Encoding: gzip\r\n");
      case "browser" -> get(path, BROWSER_FIELDS);
      default -> throw new IllegalArgumentException("no kind of request: " + kind);
    };
  }
}
