package jigsaw.etl.generate;

import java.util.ArrayList;
import java.util.List;

/// A kind of dirt that a line can have. A cell is its raw text, quotes included.
enum Stain {
  /// Read as if the space were not there.
  SPACE_BEFORE_NUMBER(GeneratedFile.PARENT, GeneratedFile.PRICE) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, " " + cells.get(column)));
    }
  },
  /// A line end as on Windows.
  CARRIAGE_RETURN(GeneratedFile.ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(cells) + "\r";
    }
  },
  /// The last cell lacks its closing quote, which can be repaired.
  OPEN_LAST_QUOTE(GeneratedFile.NULLABLE_TEXT) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      String line = join(replaced(cells, cells.size() - 1, "\"open\""));
      return line.substring(0, line.length() - 1);
    }
  },
  /// A cell in the middle lacks its closing quote.
  OPEN_QUOTE(GeneratedFile.TEXT) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      String cell = cells.get(column);
      return join(replaced(cells, column, cell.substring(0, cell.length() - 1)));
    }
  },
  LINE_BREAK(GeneratedFile.TEXT) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "\"two\nlines\""));
    }
  },
  NULL_WHERE_REQUIRED(GeneratedFile.TEXT, GeneratedFile.RELATED_ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "null"));
    }
  },
  ZERO_ID(GeneratedFile.RELATED_ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "0"));
    }
  },
  DUPLICATE_ID(GeneratedFile.ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, previousId));
    }
  },
  UNKNOWN_PARENT(GeneratedFile.PARENT) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "2147483647"));
    }
  },
  NOT_A_NUMBER(GeneratedFile.PRICE, GeneratedFile.QUANTITY, GeneratedFile.RELATED_ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "\"a dozen\""));
    }
  },
  NEGATIVE(GeneratedFile.PRICE, GeneratedFile.QUANTITY, GeneratedFile.RELATED_ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "-1"));
    }
  },
  OUT_OF_RANGE(GeneratedFile.PRICE, GeneratedFile.QUANTITY, GeneratedFile.RELATED_ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "10000000000"));
    }
  },
  THREE_DECIMALS(GeneratedFile.PRICE) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "9.995"));
    }
  },
  TOO_FEW_COLUMNS(GeneratedFile.ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(cells.subList(0, cells.size() - 1));
    }
  },
  TOO_MANY_COLUMNS(GeneratedFile.ID) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(cells) + ",1";
    }
  },
  /// Longer than any text column may be.
  TOO_LONG(GeneratedFile.TEXT, GeneratedFile.NULLABLE_TEXT) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "\"" + "long ".repeat(500) + "\""));
    }
  },
  /// A byte that begins no character in UTF-8; lines are handled as ISO 8859-1 here.
  NOT_UTF8(GeneratedFile.TEXT, GeneratedFile.NULLABLE_TEXT) {
    @Override
    String spoil(List<String> cells, int column, String previousId) {
      return join(replaced(cells, column, "\"caf\u00e9\""));
    }
  };

  private final String kinds;

  Stain(String... kinds) {
    this.kinds = String.join("", kinds);
  }

  /// Whether lines of this file can have it.
  boolean fits(GeneratedFile file) {
    return file.columnOf(kinds) >= 0;
  }

  /// The line that has this kind of dirt.
  String spoil(GeneratedFile file, List<String> cells, String previousId) {
    return spoil(cells, file.columnOf(kinds), previousId);
  }

  abstract String spoil(List<String> cells, int column, String previousId);

  private static List<String> replaced(List<String> cells, int column, String cell) {
    List<String> changed = new ArrayList<>(cells);
    changed.set(column, cell);
    return changed;
  }

  private static String join(List<String> cells) {
    return String.join(",", cells);
  }
}
