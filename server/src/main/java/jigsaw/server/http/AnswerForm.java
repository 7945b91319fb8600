package jigsaw.server.http;

/// In which form an answer goes to its client. One per connection, set before each answer, so that
/// writing one makes no garbage.
final class AnswerForm {
  /// The answer is 304: the client has the representation.
  boolean notModified;

  /// The request was HEAD.
  boolean headOnly;

  /// The request was HTTP/1.0, whose clients must be told that the connection stays open.
  boolean http10;

  /// The connection closes after this answer.
  boolean last;
}
