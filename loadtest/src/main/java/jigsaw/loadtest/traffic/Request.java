package jigsaw.loadtest.traffic;

/// One GET: where it goes and which product, or page of the list, it asks for.
public record Request(Endpoint endpoint, int id, String path) {}
