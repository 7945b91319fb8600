package jigsaw.server.ops;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import jigsaw.catalog.JsonLine;
import jigsaw.catalog.settings.LogLevel;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Problem;
import jigsaw.server.http.Endpoint;
import jigsaw.server.http.Request;
import jigsaw.server.log.Logging;

/// `GET /log-level` tells the level of each logger; `PUT /log-level?level=debug&logger=io.netty`
/// changes one until the process ends, that of the server itself if none is named. Both answer with
/// all levels: `{"jigsaw":"info","io.netty":"warn",…}`.
///
/// The change is a PUT and not a POST, because a page in a browser on this machine could have the
/// browser send a POST.
final class LogLevelEndpoint implements Endpoint {
  private static final String JSON = "application/json; charset=utf-8";

  private final AnswerEncoder encoder;
  private final Logging logging;
  private final Answer wrongLevel;
  private final Answer wrongLogger;

  LogLevelEndpoint(AnswerEncoder encoder, Logging logging) {
    this.encoder = encoder;
    this.logging = logging;
    String levels = String.join(", ", LogLevel.names()) + " or off";
    wrongLevel = encoder.problem(Problem.parameter("level", levels));
    wrongLogger =
        encoder.problem(
            Problem.parameter("logger", "one of " + String.join(", ", Logging.LOGGERS)));
  }

  @Override
  public Outcome serve(Request request) {
    return request.put() ? change(request) : levels();
  }

  private Answer change(Request request) {
    String logger = request.queryText("logger").orElse(Logging.LOGGERS.getFirst());
    String level = request.queryText("level").orElse("").toLowerCase(Locale.ROOT);
    if (!Logging.LOGGERS.contains(logger)) {
      return wrongLogger;
    }
    return logging.change(logger, level) ? levels() : wrongLevel;
  }

  private Answer levels() {
    Map<String, String> levels = logging.levels();
    byte[] body = (JsonLine.of(levels) + "\n").getBytes(StandardCharsets.UTF_8);
    return encoder.momentary(200, "OK", JSON, body);
  }
}
