package jigsaw.embedded.hostile;

/// What a client does once it is connected: it sends `first`, up to so many octets of it again and
/// again, then `beat` at every beat; it reads so much at every beat ([#READS_ALL] as it comes).
/// Each character is one octet.
record Behaviour(String first, long repeatedBytes, String beat, int readBytesABeat, Ending ending) {
  static final int READS_ALL = Integer.MAX_VALUE;
  static final int READS_NOTHING = 0;

  /// What it does when `first` is sent.
  enum Ending {
    STAYS,
    HALF_CLOSES,
    RESETS
  }

  /// Whether it sees at once that the server has ended the connection.
  boolean readsAll() {
    return readBytesABeat == READS_ALL;
  }

  /// Sends nothing but that, and reads.
  static Behaviour sending(String first) {
    return new Behaviour(first, 0, "", READS_ALL, Ending.STAYS);
  }

  /// Sends that, and then so much at every beat.
  Behaviour then(String everyBeat) {
    return new Behaviour(first, repeatedBytes, everyBeat, readBytesABeat, ending);
  }

  Behaviour repeated(long upToBytes) {
    return new Behaviour(first, upToBytes, beat, readBytesABeat, ending);
  }

  Behaviour reading(int bytesABeat) {
    return new Behaviour(first, repeatedBytes, beat, bytesABeat, ending);
  }

  Behaviour ending(Ending how) {
    return new Behaviour(first, repeatedBytes, beat, readBytesABeat, how);
  }
}
