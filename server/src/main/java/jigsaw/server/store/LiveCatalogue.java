package jigsaw.server.store;

/// The generation that is live and what has changed in it since it was loaded.
public record LiveCatalogue(Generation generation, ChangeStamps stamps) {}
