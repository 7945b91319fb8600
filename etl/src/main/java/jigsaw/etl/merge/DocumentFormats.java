package jigsaw.etl.merge;

/// Which of the two kinds of documents are stored as gzip.
public record DocumentFormats(boolean gzipProduct, boolean gzipStyles) {}
