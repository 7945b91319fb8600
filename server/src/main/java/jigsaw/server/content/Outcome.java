package jigsaw.server.content;

/// What an endpoint says to a request: the answer, or that it will come.
public sealed interface Outcome permits Answer, Pending {}
