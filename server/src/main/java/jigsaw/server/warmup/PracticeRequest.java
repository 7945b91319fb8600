package jigsaw.server.warmup;

/// One request; `fields` are further lines of its head.
record PracticeRequest(String method, String target, String fields) {
  String head() {
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:8080\r\n" + fields + "\r\n";
  }

  boolean hasBody(int status) {
    return !"HEAD".equals(method) && status != 304;
  }
}
