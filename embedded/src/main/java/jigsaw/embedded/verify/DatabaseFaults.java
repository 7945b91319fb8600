package jigsaw.embedded.verify;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// What a database can do to a load.
final class DatabaseFaults {
  private static final int UNREACHABLE = 4;
  private static final int DATABASE_FAILED = 5;

  private DatabaseFaults() {}

  static List<Fault> all() {
    return List.of(
        new Disturbance(
            "connections killed while tables are filled",
            Set.of(DATABASE_FAILED),
            "INTO TABLE",
            _ -> Optional.empty(),
            DatabaseFaults::cut),
        new Disturbance(
            "database killed (SIGKILL) while tables are filled, and started again",
            Set.of(UNREACHABLE, DATABASE_FAILED),
            "database",
            DatabaseFaults::notOwn,
            DatabaseFaults::restart),
        new Disturbance(
            "user who may only read",
            Set.of(DATABASE_FAILED),
            "catalog_generation",
            DatabaseFaults::notOwn,
            DatabaseFaults::readOnly),
        new Disturbance(
            "newer schema version in the register",
            Set.of(DATABASE_FAILED),
            "schema version",
            _ -> Optional.empty(),
            DatabaseFaults::newerVersion));
  }

  static Optional<String> notOwn(Stage stage) {
    return stage.database().isOwn()
        ? Optional.empty()
        : Optional.of("the database is not this program's own");
  }

  private static Ending cut(Stage stage) throws IOException, InterruptedException {
    try (EtlProcess etl = stage.load()) {
      stage.awaitLoading(etl);
      stage.tables().cutOthers();
      return etl.end();
    }
  }

  private static Ending restart(Stage stage) throws IOException, InterruptedException {
    try (EtlProcess etl = stage.load()) {
      stage.awaitLoading(etl);
      stage.database().killAndRestart();
      return etl.end();
    }
  }

  private static Ending readOnly(Stage stage) throws IOException, InterruptedException {
    ProcessBuilder command = stage.loadCommand(stage.database().readOnlySettings().orElseThrow());
    try (EtlProcess etl = EtlProcess.start(command, stage.folder())) {
      return etl.end();
    }
  }

  private static Ending newerVersion(Stage stage) throws IOException, InterruptedException {
    stage.tables().raiseVersion(1);
    try (EtlProcess etl = stage.load()) {
      return etl.end();
    } finally {
      stage.tables().raiseVersion(-1);
    }
  }
}
