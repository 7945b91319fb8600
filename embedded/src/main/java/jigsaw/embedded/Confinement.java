package jigsaw.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The control groups that a program belongs to from its first instruction on, so that nothing it
/// does is outside their limits.
///
/// @param groups folders of control groups; none for a program without limits
record Confinement(List<Path> groups) {
  static final Confinement NONE = new Confinement(List.of());

  /// A shell that enters the groups and then becomes the program: same process, same signals.
  private static final String ENTER =
      "n=$1; shift; while [ \"$n\" -gt 0 ]; do echo $$ >\"$1/cgroup.procs\" || exit 125;"
          + " shift; n=$((n - 1)); done; exec \"$@\"";

  Confinement {
    groups = List.copyOf(groups);
  }

  /// The command that runs `command` inside.
  List<String> wrap(List<String> command) {
    if (groups.isEmpty()) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", ENTER, "sh"));
    wrapped.add(Integer.toString(groups.size()));
    groups.forEach(group -> wrapped.add(group.toString()));
    wrapped.addAll(command);
    return wrapped;
  }
}
