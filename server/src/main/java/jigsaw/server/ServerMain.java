package jigsaw.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.server.log.Logging;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Runs one server until SIGTERM or SIGINT.
@Command(
    name = "jigsaw serve",
    mixinStandardHelpOptions = true,
    description = "Serves the live catalogue of a MySQL or MariaDB database.",
    footer = {
      "",
      "Each option may be given as an environment variable instead, such as JIGSAW_DB_URL for",
      "--db-url; passwords only as JIGSAW_DB_PASSWORD and JIGSAW_REDIS_PASSWORD or as files.",
      "",
      "Exit codes: 0 stopped as told, 1 a port cannot be opened, 2 a setting is wrong."
    })
public final class ServerMain implements Callable<Integer> {
  static final int PORT_TAKEN = 1;
  static final int WRONG_SETTING = 2;

  private static final Logger LOG = LoggerFactory.getLogger(ServerMain.class);

  private final Map<String, String> environment;

  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private ServerOptions options = new ServerOptions();

  private ServerMain(Map<String, String> environment) {
    this.environment = environment;
  }

  public static void main(String[] arguments) {
    System.exit(commandLine(System.getenv()).execute(arguments));
  }

  static CommandLine commandLine(Map<String, String> environment) {
    return CommandLines.of(new ServerMain(environment), environment);
  }

  @Override
  public Integer call() throws InterruptedException {
    long start = System.nanoTime();
    try {
      Logging logging = Logging.start(options.log.format(), options.log.level(), System.err);
      Server server = Server.start(Settings.of(options, environment), logging);
      open(server);
      LOG.info(
          "Serving on port {}, operations on port {}, started in {} ms",
          server.port(),
          server.adminPort(),
          Duration.ofNanos(System.nanoTime() - start).toMillis());
    } catch (InvalidSettingException e) {
      return failed(WRONG_SETTING, e);
    } catch (IOException e) {
      return failed(PORT_TAKEN, e);
    }
    // The shutdown hook ends the process.
    new CountDownLatch(1).await();
    return 0;
  }

  /// Whoever tells the process to stop need not wait until the port is open.
  private static void open(Server server) throws IOException, InterruptedException {
    Thread stop = new Thread(() -> stop(server), "jigsaw-stop");
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      server.open();
    } catch (IOException e) {
      Runtime.getRuntime().removeShutdownHook(stop);
      throw e;
    }
  }

  /// To be told to stop is no failure: halting here makes the exit code 0, which the JVM's own
  /// handling of a signal does not.
  private static void stop(Server server) {
    LOG.info("Stopping");
    server.close();
    LOG.info("Stopped");
    Runtime.getRuntime().halt(0);
  }

  private int failed(int exitCode, Exception failure) {
    if (options.log.isJson()) {
      LOG.error("Not started: {}", failure.getMessage());
      return exitCode;
    }
    String name = spec.qualifiedName();
    spec.commandLine().getErr().println(name + ": " + failure.getMessage());
    return exitCode;
  }
}
