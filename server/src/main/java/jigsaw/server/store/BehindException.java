package jigsaw.server.store;

import java.sql.SQLTransientConnectionException;

/// One of several databases has not copied a generation yet that another one says is live.
final class BehindException extends SQLTransientConnectionException {
  private static final long serialVersionUID = 1L;

  BehindException(Generation generation) {
    super("a database has not got generation " + generation.tag() + " yet", "08S01");
  }
}
