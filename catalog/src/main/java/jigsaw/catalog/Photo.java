package jigsaw.catalog;

import java.util.Optional;

/// One photo of a style; either address may be missing.
public record Photo(Optional<String> url, Optional<String> thumbnailUrl) {}
