package jigsaw.bench;

import java.io.IOException;

/// [JdbcLoop] in a process of its own.
record JdbcContestant(String name, Child process) implements Contestant {
  @Override
  public long work(int seconds) throws IOException {
    return Long.parseLong(process.ask(Integer.toString(seconds)));
  }

  @Override
  public long cpuMicros() throws IOException {
    return process.cpuMicros();
  }

  @Override
  public long residentMib() throws IOException {
    return process.residentMib();
  }

  @Override
  public void close() {
    process.close();
  }
}
