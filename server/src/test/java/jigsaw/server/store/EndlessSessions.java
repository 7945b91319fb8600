package jigsaw.server.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;

/// Has a session for whoever wants one; its connection says nothing to everything.
final class EndlessSessions implements SessionSource {
  private final Runnable onAbort;

  EndlessSessions() {
    this(() -> {});
  }

  /// `onAbort` is run when a connection is cut off.
  EndlessSessions(Runnable onAbort) {
    this.onAbort = onAbort;
  }

  @Override
  public Session take() {
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (_, method, _) -> {
                  if (method.getName().equals("abort")) {
                    onAbort.run();
                  }
                  return null;
                });
    return new Session(connection, this);
  }

  @Override
  public boolean isCurrent(Session session) {
    return true;
  }
}
