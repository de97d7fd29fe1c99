package org.machinami.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system in memory that is soon full, where mounting is allowed. */
public final class SmallDisk implements AutoCloseable {
  private final Path mount;

  private SmallDisk(Path mount) {
    this.mount = mount;
  }

  /** Mounts one below a directory; where that is not allowed, the test is skipped by name. */
  public static SmallDisk mount(Path parent, int megabytes, String test) throws Exception {
    Path mount = Files.createDirectory(parent.resolve("small"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", mount.toString())
            == 0,
        "skipped " + test + ": mounting a tmpfs is not allowed here");
    return new SmallDisk(mount);
  }

  public Path path() {
    return mount;
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1; // there is no such command
    }
  }

  /** Lazily, because mapped files stay mapped until the collector finds them. */
  @Override
  public void close() throws IOException {
    try {
      assertEquals(0, run("umount", "-l", mount.toString()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while unmounting " + mount, e);
    }
  }
}
