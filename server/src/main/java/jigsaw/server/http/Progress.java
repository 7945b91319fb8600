package jigsaw.server.http;

/// What a parser returns instead of the position behind what it has read.
final class Progress {
  /// The input ends before the element does: call again with more.
  static final int MORE = -1;

  /// The input is refused; [RequestHead#fault] tells why.
  static final int FAULTY = -2;

  private Progress() {}
}
