package jigsaw.embedded.blackbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jigsaw.embedded.EmbeddedMariaDb;

/// A database of its own with a generated catalogue, for servers that are looked at from outside.
public final class GeneratedCatalogue implements AutoCloseable {
  private final Path home;
  private final Path folder;
  private final EmbeddedMariaDb database;

  private GeneratedCatalogue(Path home, Path folder, EmbeddedMariaDb database) {
    this.home = home;
    this.folder = folder;
    this.database = database;
  }

  /// Makes and loads `products` products; `folder` keeps the database and the logs.
  ///
  /// @param home the project's folder
  public static GeneratedCatalogue load(Path home, Path folder, int products)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    GeneratedCatalogue catalogue =
        new GeneratedCatalogue(home, folder, EmbeddedMariaDb.start(folder.resolve("db")));
    try {
      catalogue.load(products);
      return catalogue;
    } catch (IOException | InterruptedException e) {
      catalogue.close();
      throw e;
    }
  }

  /// Starts a server and waits until it is ready.
  ///
  /// @param more settings beside those that name the database
  public ServeProcess serve(Map<String, String> more) throws IOException, InterruptedException {
    return ServeProcess.start(
        command(List.of(), database.readOnlySettings(), more), folder.resolve("serve.log"));
  }

  /// The same for a server that may have so many file descriptors and no more.
  public ServeProcess serve(Map<String, String> more, int descriptors)
      throws IOException, InterruptedException {
    List<String> shell = List.of("sh", "-c", "ulimit -n " + descriptors + "; exec \"$0\" \"$@\"");
    return ServeProcess.start(
        command(shell, database.readOnlySettings(), more), folder.resolve("serve.log"));
  }

  @Override
  public void close() {
    database.close();
  }

  private void load(int products) throws IOException, InterruptedException {
    String csv = folder.resolve("csv").toString();
    run(Map.of(), "generate", "--out=" + csv, "--products=" + products, "--quiet");
    run(
        database.settings(),
        "etl",
        "--csv=" + csv,
        "--rejects=" + folder.resolve("rejects.csv"),
        "--force",
        "--quiet");
  }

  private void run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    Path log = folder.resolve(arguments[0] + ".log");
    ProcessBuilder builder = command(List.of(), settings, Map.of());
    builder.command().addAll(List.of(arguments));
    if (builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor() != 0) {
      throw new IOException("jigsaw " + arguments[0] + " failed, see " + log);
    }
  }

  /// Nothing that a person has set for programs of their own holds here.
  private ProcessBuilder command(
      List<String> before, Map<String, String> settings, Map<String, String> more) {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(before));
    builder.command().add(home.resolve("jigsaw").toString());
    builder.environment().keySet().removeIf(name -> name.startsWith("JIGSAW_"));
    builder.environment().putAll(settings);
    builder.environment().putAll(more);
    builder.environment().put("JIGSAW_BUILT", "yes");
    return builder;
  }
}
