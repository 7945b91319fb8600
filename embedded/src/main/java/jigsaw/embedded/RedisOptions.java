package jigsaw.embedded;

/// How to run an embedded Redis: its port (0 takes a free one), its limit of memory, at which it
/// forgets what was used least, and further lines of its configuration.
public record RedisOptions(int port, int maxMemoryMegabytes, String lines) {
  /// A free port and little memory.
  public static final RedisOptions DEFAULT = new RedisOptions(0, 64);

  public RedisOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + ", expected 0 to 65535");
    }
    if (maxMemoryMegabytes < 2) {
      throw new IllegalArgumentException(
          "maxMemoryMegabytes: " + maxMemoryMegabytes + ", expected 2 or more");
    }
  }

  public RedisOptions(int port, int maxMemoryMegabytes) {
    this(port, maxMemoryMegabytes, "");
  }
}
