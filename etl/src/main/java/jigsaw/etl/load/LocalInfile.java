package jigsaw.etl.load;

import com.mysql.cj.conf.PropertyKey;
import com.mysql.cj.conf.RuntimeProperty;
import com.mysql.cj.jdbc.JdbcConnection;
import com.mysql.cj.jdbc.JdbcStatement;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/// Lets the driver answer a server's request for a local file, for one statement and with our own
/// stream only.
///
/// In LOAD DATA LOCAL it is the server that names the file to send, in answer to any statement; a
/// hostile one could ask for any file of this machine (MySQL manual, "Security Considerations for
/// LOAD DATA LOCAL"). So the driver's permission is off, except between [#offer] and [#close], and
/// then a stream is set, which the driver prefers over any name.
final class LocalInfile implements AutoCloseable {
  private final RuntimeProperty<Boolean> allowed;
  private final JdbcStatement statement;

  LocalInfile(Connection connection, Statement statement) throws SQLException {
    this.allowed =
        connection
            .unwrap(JdbcConnection.class)
            .getPropertySet()
            .getBooleanProperty(PropertyKey.allowLoadLocalInfile);
    this.statement = statement.unwrap(JdbcStatement.class);
  }

  void offer(InputStream content) {
    statement.setLocalInfileInputStream(content);
    allowed.setValue(true);
  }

  @Override
  public void close() {
    allowed.setValue(false);
    statement.setLocalInfileInputStream(InputStream.nullInputStream());
  }
}
