package org.machinami.web.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;

/**
 * Argon2id of passwords, in the usual written form. Each takes 19 MiB for some tens of
 * milliseconds, so that only so many are made at once. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>
 * @see <a
 *     href="https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html">OWASP,
 *     Password storage</a>
 */
final class PasswordHashes {
  private static final int MEMORY_KIBIBYTES = 19 * 1024;
  private static final int ITERATIONS = 2;
  private static final int PARALLELISM = 1;
  private static final int HASH_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final int AT_ONCE = 4;

  /** Compared with where there is none, so that the answer takes as long. */
  private static final String NONE = new PasswordHashes().hash("no password has this hash");

  private final Argon2Function argon2 =
      Argon2Function.getInstance(MEMORY_KIBIBYTES, ITERATIONS, PARALLELISM, HASH_BYTES, Argon2.ID);
  private final SecureRandom random = new SecureRandom();
  private final Semaphore running = new Semaphore(AT_ONCE, true);

  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    running.acquireUninterruptibly();
    try {
      return argon2.hash(bytes(password), salt).getResult();
    } finally {
      running.release();
    }
  }

  /**
   * Whether a password has a hash.
   *
   * @param hash empty for none: then it takes as long, and is false
   */
  boolean matches(String password, String hash) {
    String compared = hash.isEmpty() ? NONE : hash;
    running.acquireUninterruptibly();
    try {
      boolean same =
          Argon2Function.getInstanceFromHash(compared)
              .check(bytes(password), compared.getBytes(StandardCharsets.US_ASCII));
      return same && !hash.isEmpty();
    } finally {
      running.release();
    }
  }

  /** The same whatever keyboard it is typed on. */
  private static byte[] bytes(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
  }
}
