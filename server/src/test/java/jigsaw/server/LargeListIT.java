package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists so large that only few of them fit into memory at once.
class LargeListIT {
  private static final int PRODUCTS = 501;

  @TempDir private Path folder;

  @Test
  void rendersTwoAtATimeAndLetsSmallQuestionsPass() throws Exception {
    try (TestDatabase database = TestDatabase.start(folder)) {
      database.load(1, TestCatalogue.uniform(PRODUCTS, "mark"));
      database.goLive(1);
      try (Server server = TestServer.start(database, TestServer.PATIENT);
          TestClient client = new TestClient(server)) {
        await().until(server::isReady);
        askWhileProductsAreLocked(database, client);
      }
    }
  }

  private static void askWhileProductsAreLocked(TestDatabase database, TestClient client)
      throws Exception {
    List<CompletableFuture<Integer>> lists = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLES product_g1 WRITE");
      // Each another list, so that none joins the fetch of another.
      for (int count = PRODUCTS - 1; count <= PRODUCTS + 3; count++) {
        lists.add(askForList(client, count));
      }
      await().until(() -> waitingLists(database) == 2);
      assertThat(client.status("/products/1/styles")).isEqualTo(200);
      assertThat(waitingLists(database)).isEqualTo(2);
      assertThat(lists).noneMatch(CompletableFuture::isDone);
      statement.execute("UNLOCK TABLES");
    }
    assertThat(lists).allSatisfy(list -> assertThat(list.join()).isEqualTo(200));
  }

  private static CompletableFuture<Integer> askForList(TestClient client, int count) {
    CompletableFuture<Integer> status = new CompletableFuture<>();
    Thread.startVirtualThread(() -> {
      try {
        status.complete(client.status("/products?count=" + count));
      } catch (Exception e) {
        status.completeExceptionally(e);
      }
    });
    return status;
  }

  /// How many of the server's statements wait for the table's lock; only its own user sees them.
  private static int waitingLists(TestDatabase database) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                database.url(), database.readOnlyUser(), database.readOnlyPassword());
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT COUNT(*) FROM information_schema.processlist"
                    + " WHERE state LIKE 'Waiting for table%'")) {
      row.next();
      return row.getInt(1);
    }
  }
}
