package jigsaw.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.catalog.settings.LogLevel;
import org.slf4j.LoggerFactory;

/// The log of this process: where its entries go, and from which level on. Levels may be read and
/// changed by any thread.
public final class Logging {
  /// The loggers whose level may be changed: the server's own and those of its libraries.
  public static final List<String> LOGGERS =
      List.of("jigsaw", "io.netty", "io.lettuce", "com.zaxxer.hikari");

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Logging.class);
  private static final String OFF = "off";

  private final LoggerContext context;
  private final LogOutput output;

  private Logging(LoggerContext context, LogOutput output) {
    this.context = context;
    this.output = output;
  }

  /// Sends everything that is logged from now on to `out`, in `format` and from `level` on.
  /// Libraries are heard from `level` on too, but no lower than [LogLevel#INFO].
  public static Logging start(LogFormat format, LogLevel level, PrintStream out) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    LogOutput output = new LogOutput(format, out, System::nanoTime);
    output.setContext(context);
    output.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAndStopAllAppenders();
    root.addAppender(output);
    root.setLevel(level.compareTo(LogLevel.INFO) < 0 ? of(level) : Level.INFO);
    context.getLogger(LOGGERS.getFirst()).setLevel(of(level));
    return new Logging(context, output);
  }

  /// The level of each of [#LOGGERS], such as `info`; `off` for one that is not heard at all.
  public Map<String, String> levels() {
    Map<String, String> levels = new LinkedHashMap<>();
    for (String name : LOGGERS) {
      levels.put(
          name, context.getLogger(name).getEffectiveLevel().toString().toLowerCase(Locale.ROOT));
    }
    return levels;
  }

  /// Changes the level of one of [#LOGGERS], until the process ends.
  ///
  /// @return false, and nothing is changed, if there is no such logger or level
  public boolean change(String logger, String level) {
    Optional<Level> wanted = level(level);
    if (!LOGGERS.contains(logger) || wanted.isEmpty()) {
      return false;
    }
    LOG.info("The log level of {} becomes {}", logger, level.toLowerCase(Locale.ROOT));
    context.getLogger(logger).setLevel(wanted.get());
    return true;
  }

  /// How many entries there were of each level that asks for attention, written or held back.
  public Map<String, LongSupplier> entries() {
    return Map.of("error", output.errors()::sum, "warn", output.warnings()::sum);
  }

  /// How many entries were held back because there had just been many of their kind.
  public long heldBack() {
    return output.heldBack();
  }

  private static Optional<Level> level(String name) {
    if (name.equalsIgnoreCase(OFF)) {
      return Optional.of(Level.OFF);
    }
    for (LogLevel level : LogLevel.values()) {
      if (name.equalsIgnoreCase(level.name())) {
        return Optional.of(of(level));
      }
    }
    return Optional.empty();
  }

  private static Level of(LogLevel level) {
    return switch (level) {
      case ERROR -> Level.ERROR;
      case WARN -> Level.WARN;
      case INFO -> Level.INFO;
      case DEBUG -> Level.DEBUG;
      case TRACE -> Level.TRACE;
    };
  }
}
