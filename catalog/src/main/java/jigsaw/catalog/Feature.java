package jigsaw.catalog;

import java.util.Optional;

/// One feature of a product, such as `Fabric: Canvas`; some have no value.
public record Feature(String feature, Optional<String> value) {}
