package jigsaw.loadtest.traffic;

import java.util.List;

/// A visit of one request: traffic on one endpoint.
record SingleRequest(Request request) implements Visit {
  @Override
  public List<Request> first() {
    return List.of(request);
  }

  @Override
  public List<Request> after(Request answered, byte[] body, int length) {
    return List.of();
  }
}
