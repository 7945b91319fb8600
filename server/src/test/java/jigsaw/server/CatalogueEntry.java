package jigsaw.server;

import java.util.List;
import jigsaw.catalog.Feature;
import jigsaw.catalog.Product;
import jigsaw.catalog.Style;

/// One product of a test's catalogue with all that belongs to it.
record CatalogueEntry(
    Product product, List<Feature> features, List<Style> styles, List<Integer> related) {}
