package jigsaw.server.http;

import java.util.List;
import java.util.stream.Stream;

/// All routes of one port, as a tree of path segments. Immutable; shared by all event loops.
public final class RouteTable {
  /// The index of what is no route: unknown paths and requests that could not be read.
  public static final int NO_ROUTE = 0;

  private final List<Route> routes;
  private final RouteNode root = new RouteNode();

  private RouteTable(List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (int i = 0; i < routes.size(); i++) {
      root.add(routes.get(i).template(), i + 1);
    }
  }

  /// A table of `routes`, which are numbered from 1 in the order given.
  ///
  /// @throws IllegalArgumentException if two routes have the same path
  public static RouteTable of(Route... routes) {
    return new RouteTable(List.of(routes));
  }

  /// The templates by route index; the first is that of [#NO_ROUTE].
  public List<String> templates() {
    return Stream.concat(Stream.of("none"), routes.stream().map(Route::template)).toList();
  }

  boolean takesPut(int route) {
    return route != NO_ROUTE && routes.get(route - 1).takesPut();
  }

  Endpoint endpoint(int route) {
    return routes.get(route - 1).endpoint();
  }

  /// Finds the route of the decoded path `bytes[from..end)` and leaves it and the number of its
  /// parameter in `request`. A slash at the end is accepted.
  void find(byte[] bytes, int from, int end, Request request) {
    request.route = NO_ROUTE;
    request.pathNumber = Decimal.INVALID;
    int last = end - from > 1 && bytes[end - 1] == '/' ? end - 1 : end;
    RouteNode node = root;
    int at = from;
    while (at < last) {
      int segment = at + 1;
      int segmentEnd = segment;
      while (segmentEnd < last && bytes[segmentEnd] != '/') {
        segmentEnd++;
      }
      RouteNode child = node.child(bytes, segment, segmentEnd);
      if (child == RouteNode.NOWHERE) {
        return;
      }
      if (child.isParameter()) {
        request.pathNumber = Decimal.parse(bytes, segment, segmentEnd);
      }
      node = child;
      at = segmentEnd;
    }
    request.route = node.route();
  }
}
