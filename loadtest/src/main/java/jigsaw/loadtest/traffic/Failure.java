package jigsaw.loadtest.traffic;

/// Why a request does not count as rightly answered.
public enum Failure {
  UNSENT("never sent: no connection to the server", false),
  TIMEOUT("no answer in time", false),
  CLOSED("connection closed before the answer was whole", false),
  SHED("503: the server declined", true),
  SERVER_ERROR("another 5xx", true),
  WRONG_STATUS("not 200 and not 5xx", true),
  WRONG_LENGTH("Content-Length is not what was read", true),
  NOT_JSON("does not begin and end as JSON", true),
  WRONG_ID("answers for another product", true),
  DIFFERENT("not the body that the second source gives", true);

  private final String meaning;
  private final boolean answered;

  Failure(String meaning, boolean answered) {
    this.meaning = meaning;
    this.answered = answered;
  }

  public String meaning() {
    return meaning;
  }

  /// Whether the server answered at all, if wrongly.
  public boolean isAnswered() {
    return answered;
  }
}
