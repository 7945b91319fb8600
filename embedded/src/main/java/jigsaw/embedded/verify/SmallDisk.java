package jigsaw.embedded.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// A disk in memory (tmpfs) that can be filled. It is gone when this process ends in any way but
/// SIGKILL; then the next one on the same folder removes it.
final class SmallDisk implements AutoCloseable {
  private static final int MEGABYTE = 1 << 20;

  private final Path folder;
  private final Thread hook;

  private SmallDisk(Path folder) {
    this.folder = folder;
    hook = new Thread(this::unmount, "unmount-disk");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /// Mounts one on a folder.
  ///
  /// @throws IOException if that is not possible here
  static SmallDisk mount(Path folder, int megabytes) throws IOException {
    Files.createDirectories(folder);
    SmallDisk disk = new SmallDisk(folder);
    disk.unmount();
    String size = "size=" + megabytes + "M";
    if (!run("mount", "-t", "tmpfs", "-o", size, "tmpfs", folder.toString())) {
      disk.close();
      throw new IOException("a tmpfs could not be mounted");
    }
    return disk;
  }

  Path folder() {
    return folder;
  }

  /// Fills the disk until so much is left.
  void fillExcept(int megabytes) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace() / MEGABYTE;
    byte[] megabyte = new byte[MEGABYTE];
    try (OutputStream out = Files.newOutputStream(ballast())) {
      for (long left = free; left > megabytes; left--) {
        out.write(megabyte);
      }
    }
  }

  /// Makes room again.
  void empty() throws IOException {
    Files.deleteIfExists(ballast());
  }

  @Override
  public void close() {
    unmount();
    Runtime.getRuntime().removeShutdownHook(hook);
  }

  private Path ballast() {
    return folder.resolve("ballast");
  }

  /// Lazily: a database that is being stopped may still use it.
  private void unmount() {
    try {
      run("umount", "--lazy", folder.toString());
    } catch (IOException e) {
      System.err.println("jigsaw verify-etl: cannot unmount " + folder + ": " + e.getMessage());
    }
  }

  private static boolean run(String... command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.onExit().join().exitValue() == 0;
  }
}
