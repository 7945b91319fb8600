package jigsaw.server.endpoints;

import static jigsaw.server.http.Route.route;

import java.util.ArrayList;
import java.util.List;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.http.Route;
import jigsaw.server.http.RouteTable;

/// All routes of the public port. A new endpoint is one file in this package and one line here.
public final class Routes {
  private static final String JSON = "application/json; charset=utf-8";
  private static final String HTML = "text/html; charset=utf-8";
  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String OWN = "/jigsaw/server/endpoints/";
  private static final String SWAGGER = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  private Routes() {}

  public static RouteTable table(AnswerCache answers, AnswerEncoder encoder) {
    List<Route> routes = new ArrayList<>(catalogue(answers, encoder));
    routes.addAll(
        List.of(
            route("/openapi.json", new ResourceEndpoint(encoder, JSON, OWN + "openapi.json")),
            route("/docs", new ResourceEndpoint(encoder, HTML, OWN + "docs.html")),
            route("/docs/docs.js", new ResourceEndpoint(encoder, SCRIPT, OWN + "docs.js")),
            route("/docs/swagger-ui.css", swagger(encoder, CSS, "swagger-ui.css")),
            route("/docs/swagger-ui-bundle.js", swagger(encoder, SCRIPT, "swagger-ui-bundle.js"))));
    return RouteTable.of(routes.toArray(Route[]::new));
  }

  /// Those whose answers come from the catalogue, without the description and its page.
  public static RouteTable ofCatalogue(AnswerCache answers, AnswerEncoder encoder) {
    return RouteTable.of(catalogue(answers, encoder).toArray(Route[]::new));
  }

  private static List<Route> catalogue(AnswerCache answers, AnswerEncoder encoder) {
    Refusals refusals = Refusals.of(encoder);
    IdsEndpoint ids = new IdsEndpoint(answers, refusals, encoder);
    return List.of(
        route("/products", new ListEndpoint(answers, refusals, ids)),
        route("/products/{id}", new ProductEndpoint(answers, refusals)),
        route("/products/{id}/styles", new StylesEndpoint(answers, refusals)),
        route("/products/{id}/related", new RelatedEndpoint(answers, refusals)),
        route("/products/{id}/page", new PageEndpoint(answers, refusals)));
  }

  private static ResourceEndpoint swagger(AnswerEncoder encoder, String contentType, String file) {
    return new ResourceEndpoint(encoder, contentType, SWAGGER + file);
  }
}
