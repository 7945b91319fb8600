package jigsaw.bench;

import java.io.IOException;

/// Something whose requests are counted and whose CPU time is taken.
interface Contestant extends AutoCloseable {
  String name();

  /// Has it work for so many seconds.
  ///
  /// @return how many requests it answered
  long work(int seconds) throws IOException, InterruptedException;

  long cpuMicros() throws IOException;

  long residentMib() throws IOException;

  @Override
  void close();
}
