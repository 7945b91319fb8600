package jigsaw.server.http;

/// Is told what happens on the connections of one event loop, on that loop's thread. It must not
/// block.
public interface RequestObserver {
  /// Hears nothing.
  RequestObserver NONE =
      new RequestObserver() {
        @Override
        public void answered(int route, int status, long bytes, long nanos) {}

        @Override
        public void opened() {}

        @Override
        public void closed() {}

        @Override
        public void refused(Refusal reason) {}
      };

  /// An answer of `bytes` octets was handed to the connection `nanos` after its request was read;
  /// `route` is an index of [RouteTable#templates].
  void answered(int route, int status, long bytes, long nanos);

  void opened();

  void closed();

  void refused(Refusal reason);
}
