package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Locale;
import java.util.Random;

/// What can happen to the server's dependencies at any time, for a while, and then be over.
enum Trouble {
  DATABASE_KILLED {
    @Override
    void happen(Scene scene, double seconds) throws InterruptedException {
      scene.backends().killDatabase();
      try {
        scene.pass(seconds);
      } finally {
        scene.backends().startDatabase();
      }
    }
  },
  DATABASE_PAUSED {
    @Override
    void happen(Scene scene, double seconds) throws IOException, InterruptedException {
      Backends.paused(scene.backends().database().pid(), () -> scene.pass(seconds));
    }
  },
  DATABASE_CONNECTIONS_CUT {
    @Override
    void happen(Scene scene, double seconds) throws IOException, InterruptedException {
      scene.backends().reader().cutConnections();
      scene.pass(seconds);
    }
  },
  REDIS_KILLED {
    @Override
    void happen(Scene scene, double seconds) throws InterruptedException {
      scene.backends().killRedis();
      try {
        scene.pass(seconds);
      } finally {
        scene.backends().startRedis();
      }
    }
  },
  REDIS_PAUSED {
    @Override
    void happen(Scene scene, double seconds) throws IOException, InterruptedException {
      Backends.paused(scene.backends().redis().pid(), () -> scene.pass(seconds));
    }
  },
  REDIS_FULL {
    @Override
    void happen(Scene scene, double seconds) throws InterruptedException {
      try (RedisContents contents = scene.backends().redisContents()) {
        contents.fill();
        try {
          scene.pass(seconds);
        } finally {
          contents.makeRoom();
        }
      }
    }
  },
  REDIS_SPOILT {
    @Override
    void happen(Scene scene, double seconds) throws InterruptedException {
      try (RedisContents contents = scene.backends().redisContents()) {
        contents.spoil();
        scene.pass(seconds);
      }
    }
  },
  REDIS_EMPTIED {
    @Override
    void happen(Scene scene, double seconds) throws InterruptedException {
      try (RedisContents contents = scene.backends().redisContents()) {
        contents.expireAll();
        scene.pass(seconds);
      }
    }
  };

  private static final double SHORTEST_SECONDS = 2;
  private static final double LONGEST_SECONDS = 10;

  static Trouble any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  static double anyDuration(Random random) {
    return random.nextDouble(SHORTEST_SECONDS, LONGEST_SECONDS);
  }

  /// Whether what is not in memory may be refused.
  boolean isOfTheDatabase() {
    return name().startsWith("DATABASE");
  }

  /// Returns when it is over.
  abstract void happen(Scene scene, double seconds) throws IOException, InterruptedException;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
