package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One segment of the paths in a [RouteTable] and what may follow it. Literal segments win over a
/// parameter.
final class RouteNode {
  /// Where paths lead that are no route.
  static final RouteNode NOWHERE = new RouteNode();

  private final byte[] name;
  private final boolean parameter;
  private final List<RouteNode> children = new ArrayList<>();
  private int route = RouteTable.NO_ROUTE;

  /// The root: the path before its first segment.
  RouteNode() {
    this("");
  }

  private RouteNode(String segment) {
    name = segment.getBytes(StandardCharsets.UTF_8);
    parameter = segment.startsWith("{");
  }

  /// Adds the path `template` below this root; only while the table is built.
  void add(String template, int index) {
    RouteNode node = this;
    for (String segment : template.substring(1).split("/", -1)) {
      node = node.childFor(segment);
    }
    if (node.route != RouteTable.NO_ROUTE) {
      throw new IllegalArgumentException("two routes for " + template);
    }
    node.route = index;
  }

  boolean isParameter() {
    return parameter;
  }

  /// The index of the route that ends here, or [RouteTable#NO_ROUTE].
  int route() {
    return route;
  }

  /// The node for the segment `bytes[from..end)`, or [#NOWHERE].
  RouteNode child(byte[] bytes, int from, int end) {
    for (int i = 0; i < children.size(); i++) {
      RouteNode child = children.get(i);
      if (child.parameter
          ? from < end
          : Arrays.equals(child.name, 0, child.name.length, bytes, from, end)) {
        return child;
      }
    }
    return NOWHERE;
  }

  private RouteNode childFor(String segment) {
    RouteNode added = new RouteNode(segment);
    for (RouteNode child : children) {
      if (child.parameter == added.parameter
          && (child.parameter || Arrays.equals(child.name, added.name))) {
        return child;
      }
    }
    children.add(added.parameter ? children.size() : 0, added);
    return added;
  }
}
