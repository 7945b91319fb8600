package jigsaw.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `jigsaw aot`: teaches the JVM once how the server starts, so that it starts faster from then on.
@Command(
    name = "jigsaw aot",
    mixinStandardHelpOptions = true,
    description = {
      "Runs the server with a database of its own until it is warm and keeps what the JVM learned",
      "(a Java AOT cache) in .jigsaw/aot. 'jigsaw serve' and 'jigsaw demo' use it until the server",
      "is built anew; then they start as without it, and this command makes it again."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the cache is there", "1:it could not be made", "2:an option is wrong"})
public final class AotMain implements Callable<Integer> {
  private final Path home;

  private AotMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    System.exit(new CommandLine(new AotMain(home)).execute(arguments));
  }

  @Override
  public Integer call() {
    CountDownLatch done = new CountDownLatch(1);
    Thread runner = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, done), "stop-training"));
    try (Training training = Training.open(home)) {
      System.out.println("The JVM's cache for the server is " + training.run());
      return CommandLine.ExitCode.OK;
    } catch (EmbeddedException e) {
      System.err.println("jigsaw aot: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return CommandLine.ExitCode.SOFTWARE;
    } finally {
      done.countDown();
    }
  }

  /// Runs when the process ends: lets the training stop what it has started.
  private static void stop(Thread runner, CountDownLatch done) {
    if (done.getCount() > 0) {
      runner.interrupt();
    }
    try {
      done.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
