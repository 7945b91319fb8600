package jigsaw.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A control group of Linux that holds several programs to one limit (cgroups(7)); removed when
/// closed. Version 2 where the machine has it, else one folder in each hierarchy of version 1.
///
/// Whole cores are given by a cpuset, as a small machine has them, so that nobody is paused in the
/// middle of its work as a quota does; fractions need the quota too.
final class ControlGroup implements AutoCloseable {
  static final Path ROOT = Path.of("/sys/fs/cgroup");
  private static final int QUOTA_PERIOD_MICROS = 20_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int POLL_MILLIS = 20;

  private final List<Path> folders = new ArrayList<>();
  private final Path memory;
  private final String cpus;

  private ControlGroup(Path root, String name, Limit limit) throws IOException {
    if (Files.exists(root.resolve("cgroup.controllers"))) {
      memory = unified(root, name, limit);
    } else {
      memory = separate(root, name, limit);
    }
    Path cpuset = folders.getLast().resolve("cpuset.cpus");
    cpus = Files.exists(cpuset) ? Files.readString(cpuset).strip() : "any";
  }

  /// Makes the group, or takes the one that a killed process has left.
  ///
  /// @param root where the hierarchies are mounted, usually [#ROOT]
  /// @throws EmbeddedException that says why this machine cannot, and what helps
  static ControlGroup create(Path root, String name, Limit limit) {
    try {
      return new ControlGroup(root, name, limit);
    } catch (IOException e) {
      throw new EmbeddedException(
          "--limit: control groups cannot be used here: "
              + e
              + ". They need Linux and the right to make groups below "
              + root
              + ": be root (in a container: with --privileged), or leave --limit out.",
          e);
    }
  }

  Confinement confinement() {
    return new Confinement(folders);
  }

  /// The folder whose files tell how much memory the group uses.
  Path memory() {
    return memory;
  }

  /// The processors of the group, such as `0` or `0-1`; `any` without a cpuset.
  String cpus() {
    return cpus;
  }

  /// Removes the group. The last programs may still be on their way out.
  @Override
  public void close() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    for (Path folder : folders) {
      while (!folder.toFile().delete() && Files.exists(folder)) {
        if (System.nanoTime() > end) {
          throw new EmbeddedException("cannot remove the control group " + folder);
        }
        pause();
      }
    }
  }

  private Path unified(Path root, String name, Limit limit) throws IOException {
    List<String> given = words(root.resolve("cgroup.subtree_control"));
    if (!given.contains("memory") || !given.contains("cpu")) {
      throw new IOException(
          root + "/cgroup.subtree_control has " + given + ", expected cpu and memory among them");
    }
    Path group = make(root, name);
    write(group, "memory.max", Long.toString(limit.bytes()));
    writeIfThere(group, "memory.swap.max", "0");
    boolean pinned = given.contains("cpuset");
    if (pinned) {
      write(group, "cpuset.cpus", firstCores(root.resolve("cpuset.cpus.effective"), limit));
    }
    if (!pinned || isFraction(limit)) {
      write(group, "cpu.max", quotaMicros(limit) + " " + QUOTA_PERIOD_MICROS);
    }
    return group;
  }

  private Path separate(Path root, String name, Limit limit) throws IOException {
    for (String hierarchy : List.of("memory", "cpu")) {
      if (!Files.isDirectory(root.resolve(hierarchy))) {
        throw new IOException("there is no " + root.resolve(hierarchy));
      }
    }
    Path memoryGroup = make(root.resolve("memory"), name);
    write(memoryGroup, "memory.limit_in_bytes", Long.toString(limit.bytes()));
    writeIfThere(memoryGroup, "memory.memsw.limit_in_bytes", Long.toString(limit.bytes()));
    Path all = root.resolve("cpuset");
    boolean pinned = Files.isDirectory(all);
    if (!pinned || isFraction(limit)) {
      Path cpu = make(root.resolve("cpu"), name);
      write(cpu, "cpu.cfs_period_us", Integer.toString(QUOTA_PERIOD_MICROS));
      write(cpu, "cpu.cfs_quota_us", Long.toString(quotaMicros(limit)));
    }
    if (pinned) {
      Path cpuset = make(all, name);
      write(cpuset, "cpuset.mems", Files.readString(all.resolve("cpuset.effective_mems")).strip());
      write(cpuset, "cpuset.cpus", firstCores(all.resolve("cpuset.effective_cpus"), limit));
    }
    return memoryGroup;
  }

  private Path make(Path parent, String name) throws IOException {
    Path folder = parent.resolve(name);
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException _) {
      // Of a process that was killed; the limits are written anew.
    }
    folders.add(folder);
    return folder;
  }

  private static boolean isFraction(Limit limit) {
    return limit.cores() != Math.rint(limit.cores());
  }

  private static long quotaMicros(Limit limit) {
    return Math.round(limit.cores() * QUOTA_PERIOD_MICROS);
  }

  /// As many of the processors listed (`0-3,5`) as the limit needs.
  private static String firstCores(Path list, Limit limit) throws IOException {
    List<String> cores = new ArrayList<>();
    for (String range : Files.readString(list).strip().split(",", -1)) {
      String[] ends = range.split("-", -1);
      for (int core = Integer.parseInt(ends[0]);
          core <= Integer.parseInt(ends[ends.length - 1]);
          core++) {
        cores.add(Integer.toString(core));
      }
    }
    int wanted = (int) Math.ceil(limit.cores());
    if (cores.size() < wanted) {
      throw new IOException(list + " has " + cores.size() + " cores, expected " + wanted);
    }
    return String.join(",", cores.subList(0, wanted));
  }

  private static List<String> words(Path file) throws IOException {
    return List.of(Files.readString(file).strip().split("\\s+", -1));
  }

  private static void writeIfThere(Path group, String file, String value) throws IOException {
    Optional<Path> there = Optional.of(group.resolve(file)).filter(Files::exists);
    if (there.isPresent()) {
      Files.writeString(there.get(), value);
    }
  }

  private static void write(Path group, String file, String value) throws IOException {
    Files.writeString(group.resolve(file), value);
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
