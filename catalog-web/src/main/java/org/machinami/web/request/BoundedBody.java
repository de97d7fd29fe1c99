package org.machinami.web.request;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;

/** Bodies of requests, up to a cap. */
public final class BoundedBody {
  /**
   * How much of a body that is too long is read and dropped: a browser that is still sending when
   * the connection closes shows its own error and not ours.
   */
  private static final long DRAINED = 32L << 20;

  private static final int BUFFER = 1 << 14;

  private BoundedBody() {}

  /**
   * All of it.
   *
   * @param about path of the page, for the problem
   * @throws Problem 413 when it is longer than may be
   */
  public static byte[] read(InputStream body, int most, String about) {
    try {
      byte[] bytes = body.readNBytes(most + 1);
      if (bytes.length > most) {
        drain(body);
        throw Problem.of(Kind.CONTENT_TOO_LARGE, about);
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("The body of a request did not arrive whole", e);
    }
  }

  /** Reads on, within bounds, what nobody wants. */
  public static void drain(InputStream body) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long drained = 0;
    for (int read = body.read(buffer); read >= 0 && drained < DRAINED; read = body.read(buffer)) {
      drained += read;
    }
  }
}
