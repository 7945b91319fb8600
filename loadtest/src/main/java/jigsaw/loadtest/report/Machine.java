package jigsaw.loadtest.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What the generator ran on; without it no figure means anything.
public final class Machine {
  private Machine() {}

  public static Map<String, String> describe() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("model", firstMatch("/proc/cpuinfo", "model name"));
    facts.put("memory", firstMatch("/proc/meminfo", "MemTotal"));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("java", System.getProperty("java.vm.version"));
    double busy = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    facts.put("load average at the start", String.format(Locale.ROOT, "%.2f", busy));
    return facts;
  }

  private static String firstMatch(String file, String key) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(key))
          .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
