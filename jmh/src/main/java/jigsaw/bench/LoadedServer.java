package jigsaw.bench;

import java.io.IOException;

/// A server that gets its requests through connections.
record LoadedServer(String name, Child process, int port, Load load) implements Contestant {
  @Override
  public long work(int seconds) throws IOException, InterruptedException {
    return load.send(port, seconds);
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
