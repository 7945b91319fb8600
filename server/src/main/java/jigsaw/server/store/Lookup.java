package jigsaw.server.store;

/// What the store says to a key.
public sealed interface Lookup permits Lookup.Found, Lookup.Absent, Lookup.Unavailable {
  Lookup ABSENT = new Absent();

  /// There is no such thing in this generation.
  record Absent() implements Lookup {}

  /// The database could not be asked.
  record Unavailable(Refusal refusal) implements Lookup {}

  /// Bytes of the catalogue, never written to after construction: a stored document, or JSON.
  final class Found implements Lookup {
    private final byte[] body;
    private final int nextAfter;

    public Found(byte[] body) {
      this(body, 0);
    }

    Found(byte[] body, int nextAfter) {
      this.body = body;
      this.nextAfter = nextAfter;
    }

    public byte[] body() {
      return body;
    }

    /// Of a list: the id behind which the next page begins; 0 when nothing follows.
    public int nextAfter() {
      return nextAfter;
    }
  }
}
