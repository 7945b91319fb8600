package jigsaw.server.http;

/// Takes a note of answers. Called on the event loops, so it must not block.
public interface AccessLog {
  /// Takes nothing, at the price of one branch a request.
  AccessLog OFF =
      new AccessLog() {
        @Override
        public boolean isOn() {
          return false;
        }

        @Override
        public double sample() {
          return 0;
        }

        @Override
        public void add(AccessEntry entry) {}
      };

  /// Asked once for each event loop.
  boolean isOn();

  /// The share of answers below status 500 that are noted, from 0 to 1.
  double sample();

  void add(AccessEntry entry);
}
