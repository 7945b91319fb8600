package jigsaw.server.endpoints;

import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Problem;

/// The answers to requests that ask for nothing there can be, encoded once.
record Refusals(
    Answer unknownProduct,
    Answer unavailable,
    Answer productId,
    Answer page,
    Answer count,
    Answer after,
    Answer ids,
    Answer afterAndPage,
    Answer idsAlone) {
  static Refusals of(AnswerEncoder encoder) {
    String above = "a whole number of 1 or more";
    return new Refusals(
        encoder.problem(Problem.UNKNOWN_PRODUCT),
        encoder.problem(Problem.UNAVAILABLE),
        encoder.problem(Problem.parameter("id", above)),
        encoder.problem(Problem.parameter("page", above)),
        encoder.problem(
            Problem.parameter("count", "a whole number from 1 to " + ListEndpoint.MAX_COUNT)),
        encoder.problem(Problem.parameter("after", "a whole number of 0 or more")),
        encoder.problem(
            Problem.parameter(
                "ids",
                "1 to "
                    + IdsEndpoint.MAX_IDS
                    + " whole numbers of 1 or more, separated by commas")),
        encoder.problem(Problem.parameter("after", "given without 'page'")),
        encoder.problem(Problem.parameter("ids", "given without 'page', 'count' and 'after'")));
  }
}
