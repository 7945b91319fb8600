package jigsaw.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Unpacks programs that come inside jars, once for all who share a folder.
final class Bundle {
  private final Path home;

  Bundle(Path home) {
    this.home = home;
  }

  /// The system property `jigsaw.binaries` names the folder for unpacked programs; without it they
  /// go to the user's cache.
  static Bundle ofThisMachine() {
    String folder =
        System.getProperty(
            "jigsaw.binaries", System.getProperty("user.home") + "/.cache/jigsaw/binaries");
    return new Bundle(Path.of(folder).toAbsolutePath().normalize());
  }

  /// Whether the class path has a file of this name.
  static boolean has(String resource) {
    return Bundle.class.getResource("/" + resource) != null;
  }

  /// The folder `name` with every wanted file of the jar that holds `resource`, below `prefix`.
  /// Several processes may ask at once: each unpacks aside, and the first to finish gives its copy.
  Path unpack(String name, String resource, String prefix, Predicate<String> wanted) {
    Path folder = home.resolve(name);
    if (Files.isDirectory(folder)) {
      return folder;
    }
    Path part = home.resolve(name + "." + UUID.randomUUID() + ".part");
    try {
      Files.createDirectories(part);
      copyEntries(resource, prefix, wanted, part);
      move(part, folder);
      return folder;
    } catch (IOException e) {
      throw DataFolder.failure(home, e);
    } finally {
      deleteTree(part);
    }
  }

  /// Marks an unpacked file as a program.
  static Path executable(Path file) {
    if (!file.toFile().setExecutable(true)) {
      throw new EmbeddedException("cannot make " + file + " executable");
    }
    return file;
  }

  /// Deletes a folder with all it holds; nothing happens where there is none.
  static void deleteTree(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw DataFolder.failure(folder, e);
    }
  }

  private static void copyEntries(
      String resource, String prefix, Predicate<String> wanted, Path target) throws IOException {
    URL url = Bundle.class.getResource("/" + resource);
    if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
      throw new EmbeddedException(resource + " is in no jar of the class path");
    }
    connection.setUseCaches(false);
    try (JarFile jar = connection.getJarFile()) {
      Enumeration<JarEntry> entries = jar.entries();
      while (entries.hasMoreElements()) {
        JarEntry entry = entries.nextElement();
        if (!entry.isDirectory() && entry.getName().startsWith(prefix)) {
          String name = entry.getName().substring(prefix.length());
          if (wanted.test(name)) {
            copy(jar, entry, target.resolve(name).normalize(), target);
          }
        }
      }
    }
  }

  private static void copy(JarFile jar, JarEntry entry, Path file, Path target) throws IOException {
    if (!file.startsWith(target)) {
      throw new EmbeddedException(entry.getName() + " points outside its folder");
    }
    Files.createDirectories(file.getParent());
    try (InputStream in = jar.getInputStream(entry)) {
      Files.copy(in, file);
    }
  }

  private static void move(Path part, Path folder) throws IOException {
    try {
      Files.move(part, folder);
    } catch (IOException e) {
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    }
  }
}
