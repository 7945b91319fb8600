package jigsaw.loadtest.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The page: one file with its style, its script, the charts' library and the figures inside.
final class HtmlPage {
  private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";

  private HtmlPage() {}

  /// @param json the report; `<` is escaped so that no text in it can end the script element
  static String of(String json) {
    return resource("report.html")
        .replace("/*report.css*/", resource("report.css"))
        .replace("/*uplot.css*/", resource(UPLOT + "uPlot.min.css"))
        .replace("/*uplot.js*/", resource(UPLOT + "uPlot.iife.min.js"))
        .replace("/*report.js*/", resource("report.js"))
        .replace("/*report.json*/", json.replace("<", "\\u003c"));
  }

  private static String resource(String name) {
    try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its resource " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
