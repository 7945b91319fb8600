package jigsaw.verify.faults;

import java.io.IOException;

/// Something that breaks, and what was promised for it.
interface Fault {
  void show(Scene scene, Promises promises) throws IOException, InterruptedException;
}
