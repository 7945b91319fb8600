package jigsaw.server.http;

import java.util.EnumMap;
import java.util.Map;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Problem;

/// The answers that HTTP itself gives, whatever is served: each is encoded once.
final class StandardAnswers {
  private final Map<Fault, Answer> faults = new EnumMap<>(Fault.class);
  private final Answer options;
  private final Answer malformedPath;
  private final Answer unknownPath;
  private final Answer unknownMethod;
  private final Answer methodNotAllowed;
  private final Answer methodNotAllowedButPut;
  private final Answer internalError;
  private final Answer unavailable;

  StandardAnswers(AnswerEncoder encoder) {
    for (Fault fault : Fault.values()) {
      faults.put(fault, encoder.problem(fault.problem()));
    }
    options = encoder.options();
    malformedPath = encoder.problem(Problem.BAD_REQUEST);
    unknownPath = encoder.problem(Problem.UNKNOWN_PATH);
    unknownMethod = encoder.problem(Problem.UNKNOWN_METHOD);
    methodNotAllowed = encoder.problem(Problem.METHOD_NOT_ALLOWED);
    methodNotAllowedButPut = encoder.problem(Problem.METHOD_NOT_ALLOWED_BUT_PUT);
    internalError = encoder.problem(Problem.INTERNAL_ERROR);
    unavailable = encoder.problem(Problem.UNAVAILABLE);
  }

  Answer of(Fault fault) {
    return faults.getOrDefault(fault, internalError);
  }

  Answer options() {
    return options;
  }

  Answer malformedPath() {
    return malformedPath;
  }

  Answer unknownPath() {
    return unknownPath;
  }

  Answer unknownMethod() {
    return unknownMethod;
  }

  Answer methodNotAllowed(boolean takesPut) {
    return takesPut ? methodNotAllowedButPut : methodNotAllowed;
  }

  Answer internalError() {
    return internalError;
  }

  Answer unavailable() {
    return unavailable;
  }
}
