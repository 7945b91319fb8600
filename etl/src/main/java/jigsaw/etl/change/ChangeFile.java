package jigsaw.etl.change;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jigsaw.catalog.Price;
import jigsaw.etl.change.Change.SalePrice;
import jigsaw.etl.csv.CsvFile;
import jigsaw.etl.csv.CsvRow;
import jigsaw.etl.csv.LineHandler;
import jigsaw.etl.csv.LineRepair;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.row.Cells;

/// Reads a file of changes, columns in any order:
///
/// `product_id,style_id,sku_id,original_price,sale_price,quantity`
///
/// A line without a sku changes prices of the style, `null` as sale price ends a sale; a line with
/// a sku changes its quantity. An empty field changes nothing. Product and style are named because
/// rows are stored under their parents. For one thread.
public final class ChangeFile implements Closeable {
  public static final List<String> COLUMNS =
      List.of("product_id", "style_id", "sku_id", "original_price", "sale_price", "quantity");

  private static final int PRODUCT = 0;
  private static final int STYLE = 1;
  private static final int SKU = 2;
  private static final int ORIGINAL_PRICE = 3;
  private static final int SALE_PRICE = 4;
  private static final int QUANTITY = 5;

  private final CsvFile csv;
  private final String name;
  private final Consumer<Reject> rejects;
  private List<ChangeLine> changes = new ArrayList<>();
  private boolean ended;

  /// Rejected lines go to `rejects`.
  ///
  /// @throws jigsaw.etl.csv.CsvException if the file cannot be read or has other columns
  public ChangeFile(Path path, Consumer<Reject> rejects) {
    this.csv = new CsvFile(path, COLUMNS, LineRepair.NONE);
    this.name = String.valueOf(path.getFileName());
    this.rejects = rejects;
  }

  /// The changes of the next some hundred lines, possibly none.
  public List<ChangeLine> next() {
    changes = new ArrayList<>();
    ended = !csv.read(new Judge());
    return changes;
  }

  /// Whether [#next] has come to the end of the file.
  public boolean ended() {
    return ended;
  }

  /// How many lines have been read, the header line not counted.
  public long lines() {
    return csv.lines();
  }

  public long bytesRead() {
    return csv.bytesRead();
  }

  @Override
  public void close() {
    csv.close();
  }

  private static Change read(Cells cells) {
    int product = cells.id(PRODUCT);
    int style = cells.id(STYLE);
    if (!cells.isEmpty(SKU)) {
      requireEmpty(cells, ORIGINAL_PRICE, "a sku has no price");
      requireEmpty(cells, SALE_PRICE, "a sku has no price");
      int sku = cells.id(SKU);
      return new Change.SkuQuantity(product, style, sku, cells.wholeNumber(QUANTITY));
    }
    requireEmpty(cells, QUANTITY, "a style has no quantity, expected a sku_id");
    if (cells.isEmpty(ORIGINAL_PRICE) && cells.isEmpty(SALE_PRICE)) {
      cells.fail(ORIGINAL_PRICE, "nothing to change");
    }
    Optional<Price> original =
        cells.isEmpty(ORIGINAL_PRICE) ? Optional.empty() : Optional.of(cells.price(ORIGINAL_PRICE));
    return new Change.StylePrices(product, style, original, salePrice(cells));
  }

  private static SalePrice salePrice(Cells cells) {
    if (cells.isEmpty(SALE_PRICE)) {
      return new SalePrice.Kept();
    }
    return cells
        .nullablePrice(SALE_PRICE)
        .<SalePrice>map(SalePrice.Now::new)
        .orElseGet(SalePrice.Removed::new);
  }

  private static void requireEmpty(Cells cells, int column, String otherwise) {
    if (!cells.isEmpty(column)) {
      cells.fail(column, otherwise);
    }
  }

  /// Sorts the lines into changes and rejects.
  private final class Judge implements LineHandler {
    @Override
    public void row(CsvRow line) {
      Cells cells = new Cells(COLUMNS, line);
      Change change = read(cells);
      if (cells.isValid()) {
        changes.add(new ChangeLine(change, name, line.line(), line.raw()));
      } else {
        rejects.accept(
            new Reject(name, line.line(), cells.failedColumn(), cells.reason(), line.raw()));
      }
    }

    @Override
    public void rejected(Reject reject) {
      rejects.accept(reject);
    }
  }
}
