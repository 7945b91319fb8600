package jigsaw.server.http;

/// Why a request or a connection was turned away by HTTP itself, for the metrics.
public enum Refusal {
  CONNECTION_LIMIT,
  ADDRESS_LIMIT,
  FAULTY_REQUEST,
  REQUEST_TIMEOUT,
  IDLE_TIMEOUT,
  WRITE_TIMEOUT,
  ANSWER_DEADLINE
}
