package org.machinami.web.page;

import org.machinami.store.disk.CodeVersion;

/**
 * Which build of this module runs: a page depends on templates, texts and code as much as on data,
 * and a browser must not go on with a page of the version before.
 */
public final class ProgramVersion {
  private static final int DIGITS = 8;
  private static final String VERSION =
      CodeVersion.of(ProgramVersion.class).hex().substring(0, DIGITS);

  private ProgramVersion() {}

  /** Changes when any file of the module does: 8 hexadecimal digits. */
  public static String read() {
    return VERSION;
  }
}
