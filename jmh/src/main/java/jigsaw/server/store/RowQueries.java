package jigsaw.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jigsaw.catalog.CatalogJson;
import jigsaw.catalog.Feature;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Product;

/// Answers made from rows when they are asked for, as a server without documents would make them.
final class RowQueries {
  private final CatalogJson json = new CatalogJson();
  private final Session session;
  private final RowSql sql;

  RowQueries(Session session, GenerationTables tables) {
    this.session = session;
    sql = RowSql.of(tables);
  }

  /// One statement for each table.
  byte[] product(int id) throws SQLException {
    Product product;
    try (ResultSet row = ask(sql.product(), id)) {
      row.next();
      product = CatalogQueries.product(row);
    }
    List<Feature> features = new ArrayList<>();
    try (ResultSet row = ask(sql.features(), id)) {
      while (row.next()) {
        features.add(new Feature(row.getString(1), Optional.ofNullable(row.getString(2))));
      }
    }
    return json.product(product, features);
  }

  /// One statement: the product again and again beside its features.
  byte[] productJoined(int id) throws SQLException {
    try (ResultSet row = ask(sql.productJoined(), id)) {
      row.next();
      Product product = CatalogQueries.product(row);
      List<Feature> features = new ArrayList<>();
      do {
        String name = row.getString(8);
        if (name != null) {
          features.add(new Feature(name, Optional.ofNullable(row.getString(9))));
        }
      } while (row.next());
      return json.product(product, features);
    }
  }

  /// One statement for each table.
  byte[] styles(int id) throws SQLException {
    StyleRows styles = new StyleRows();
    try (ResultSet row = ask(sql.styles(), id)) {
      while (row.next()) {
        styles.addStyle(row);
      }
    }
    try (ResultSet row = ask(sql.photos(), id)) {
      while (row.next()) {
        styles.addPhoto(row, 2);
      }
    }
    try (ResultSet row = ask(sql.skus(), id)) {
      while (row.next()) {
        styles.addSku(row, 2);
      }
    }
    return json.styles(id, styles.styles());
  }

  /// One statement: every photo of a style beside every sku of it.
  byte[] stylesJoined(int id) throws SQLException {
    StyleRows styles = new StyleRows();
    try (ResultSet row = ask(sql.stylesJoined(), id)) {
      while (row.next()) {
        styles.addStyle(row);
        styles.addPhoto(row, 6);
        styles.addSku(row, 9);
      }
    }
    return json.styles(id, styles.styles());
  }

  private ResultSet ask(String statement, int id) throws SQLException {
    PreparedStatement prepared = session.statement(statement);
    prepared.setInt(1, id);
    return prepared.executeQuery();
  }
}
