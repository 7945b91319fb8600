package jigsaw.embedded;

import java.util.Locale;

/// The operating system and processor that this process runs on, by the names used in the jars.
enum Machine {
  LINUX_AMD64,
  LINUX_ARM64,
  MAC_AMD64,
  MAC_ARM64,
  OTHER;

  static Machine current() {
    return of(System.getProperty("os.name"), System.getProperty("os.arch"));
  }

  static Machine of(String system, String processor) {
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    boolean intel = processor.equals("amd64") || processor.equals("x86_64");
    String name = system.toLowerCase(Locale.ROOT);
    if (name.equals("linux") && (arm || intel)) {
      return arm ? LINUX_ARM64 : LINUX_AMD64;
    }
    if (name.startsWith("mac") && (arm || intel)) {
      return arm ? MAC_ARM64 : MAC_AMD64;
    }
    return OTHER;
  }
}
