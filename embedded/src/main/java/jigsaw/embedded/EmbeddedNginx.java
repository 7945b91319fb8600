package jigsaw.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The machine's nginx with the project's configuration in front of several servers of this
/// machine; it listens on the loopback address only and ends with this process.
public final class EmbeddedNginx implements AutoCloseable {
  private final DataFolder folder;
  private final NginxProcess process;
  private final int port;

  private EmbeddedNginx(DataFolder folder, NginxProcess process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /// Starts nginx on a free port.
  ///
  /// @param home the project's folder, which has `nginx/render`
  /// @param directory takes its configuration and its logs
  /// @param servers the servers' ports
  /// @throws EmbeddedException with the reason if it does not start, for example because no nginx
  ///   is installed
  public static EmbeddedNginx start(Path home, Path directory, List<Integer> servers) {
    DataFolder folder = DataFolder.open(directory);
    try {
      int port = Ports.free();
      List<String> render = new ArrayList<>(NginxOptions.UNLIMITED);
      servers.forEach(server -> render.addAll(List.of("--server", "127.0.0.1:" + server)));
      NginxProcess process = NginxProcess.start(home, folder, port, render, Confinement.NONE);
      EmbeddedNginx nginx = new EmbeddedNginx(folder, process, port);
      Runtime.getRuntime().addShutdownHook(new Thread(nginx::close, "stop-nginx"));
      return nginx;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.close();
    folder.close();
  }
}
