package jigsaw.loadtest.traffic;

import java.util.List;

/// The requests of one visitor. Not thread-safe: one event loop owns a visit.
public interface Visit {
  /// The most requests that any visit has in all.
  int MOST_REQUESTS = 24;

  /// What is asked at once, when the visit begins.
  List<Request> first();

  /// What is asked because `request` got `body` as a right answer; the list is empty for most.
  List<Request> after(Request request, byte[] body, int length);
}
