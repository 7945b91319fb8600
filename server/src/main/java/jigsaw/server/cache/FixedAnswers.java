package jigsaw.server.cache;

import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Problem;

/// The answers that say there is no answer.
record FixedAnswers(Answer unknown, Answer unavailable, Answer failed) {
  static FixedAnswers of(AnswerEncoder encoder) {
    return new FixedAnswers(
        encoder.problem(Problem.UNKNOWN_PRODUCT),
        encoder.problem(Problem.UNAVAILABLE),
        encoder.problem(Problem.INTERNAL_ERROR));
  }
}
