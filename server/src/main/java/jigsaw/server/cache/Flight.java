package jigsaw.server.cache;

import jigsaw.server.content.Pending;

/// A fetch under way and those who wait for it.
record Flight(long key, Pending pending) {}
