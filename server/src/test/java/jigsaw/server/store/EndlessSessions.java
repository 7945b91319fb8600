package jigsaw.server.store;

import java.lang.reflect.Proxy;
import java.sql.Connection;

/// Has a session for whoever wants one; its connection says nothing to everything.
final class EndlessSessions implements SessionSource {
  @Override
  public Session take() {
    Connection connection =
        (Connection)
            Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (_, _, _) -> null);
    return new Session(connection, this);
  }

  @Override
  public boolean isCurrent(Session session) {
    return true;
  }
}
