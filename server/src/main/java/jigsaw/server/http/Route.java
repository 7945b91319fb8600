package jigsaw.server.http;

/// A path and what answers it. In `template` a segment `{name}` stands for any one segment, whose
/// number is [Request#pathNumber]; there may be one of them.
public record Route(String template, Endpoint endpoint, boolean takesPut) {
  /// @throws IllegalArgumentException if the template does not begin with a slash, ends with one,
  ///   or has more than one parameter
  public Route {
    boolean slashes =
        template.startsWith("/") && !(template.endsWith("/") && template.length() > 1);
    if (!slashes || template.indexOf('{') != template.lastIndexOf('{')) {
      throw new IllegalArgumentException("'" + template + "' is not of the form /name/{id}/name");
    }
  }

  /// Reads well in a table of routes.
  public static Route route(String template, Endpoint endpoint) {
    return new Route(template, endpoint, false);
  }

  /// A route whose endpoint is asked about PUT requests too; see [Request#put].
  public static Route changeable(String template, Endpoint endpoint) {
    return new Route(template, endpoint, true);
  }
}
