package jigsaw.server.warmup;

import java.util.ArrayList;
import java.util.List;

/// What clients ask about one product, in about the proportions in which they ask it: the same
/// product several times, so that the first is a miss and the others are hits.
final class PracticeRequests {
  private static final String GZIP = "Accept-Encoding: gzip, deflate, br\r\n";
  private static final String BROWSER =
      """
      User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)
      Accept: application/json, text/plain, */*
      Accept-Language: en-GB,en;q=0.9,de;q=0.8
      Accept-Encoding: gzip, deflate, br, zstd
      Referer: https://shop.example/products/16060?from=recommendations
      Origin: https://shop.example
      Connection: keep-alive
      Sec-Fetch-Mode: cors
      """
          .replace("\n", "\r\n");
  private static final String KNOWN = "If-None-Match: *\r\n";

  private PracticeRequests() {}

  /// A request for a page of the list, to learn ids from.
  static PracticeRequest list(long page, int count) {
    return get("/products?page=" + page + "&count=" + count, "");
  }

  /// `id` and `other` are products; `page` is one of the list.
  static List<PracticeRequest> about(String id, String other, long page) {
    String product = "/products/" + id;
    List<PracticeRequest> requests = new ArrayList<>();
    for (String path : List.of(product, product + "/styles", product + "/related")) {
      requests.add(get(path, BROWSER));
      requests.add(get(path, ""));
      requests.add(get(path, GZIP));
    }
    requests.add(get(product, KNOWN));
    requests.add(get(product + "/styles", BROWSER + KNOWN));
    requests.add(get(product, BROWSER));
    requests.add(new PracticeRequest("HEAD", product, ""));
    requests.add(get(product + "/page", BROWSER));
    requests.add(get(product + "/page", ""));
    requests.add(get("/products?ids=" + id + ',' + other, GZIP));
    requests.add(list(page, 5));
    requests.add(get("/products?after=" + id + "&count=5", GZIP));
    // Neither is there: one is no path of ours, one is no number.
    requests.add(get(product + "/none", ""));
    requests.add(get("/products/none", GZIP));
    return requests;
  }

  private static PracticeRequest get(String target, String fields) {
    return new PracticeRequest("GET", target, fields);
  }
}
