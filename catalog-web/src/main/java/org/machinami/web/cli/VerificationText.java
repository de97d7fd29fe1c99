package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.machinami.store.verify.Finding;
import org.machinami.store.verify.VerificationReport;

/** What a verification found, for people or for scripts. */
final class VerificationText {
  private final Console console;
  private final boolean json;

  VerificationText(Console console, boolean json) {
    this.console = console;
    this.json = json;
  }

  /**
   * Says it.
   *
   * @param sound key of the message when all is well: {0} directory, {1} commits, {2} versions, {3}
   *     blobs, {4} bytes
   * @return exit code
   */
  int write(String sound, Path data, VerificationReport report) {
    if (json) {
      Map<String, Object> object = new LinkedHashMap<>();
      object.put("data", data.toString());
      object.put("sound", report.sound());
      object.put("commits", report.commits());
      object.put("versions", report.versions());
      object.put("blobs", report.blobs());
      object.put("bytes", report.bytes());
      object.put("findings", report.findings());
      console.json(object);
    } else if (report.sound()) {
      console.result(figures(sound, data, report));
    } else if (damaged(report)) {
      console.result(console.texts().of("verify.damaged", data, report.findings().size()));
      list(report);
      console.result(console.texts().of("verify.what-to-do"));
    } else {
      console.result(figures("verify.unchecked", data, report));
      list(report);
      console.result(console.texts().of("verify.again"));
    }
    if (report.sound()) {
      return ExitCode.DONE;
    }
    return damaged(report) ? ExitCode.REFUSED : ExitCode.ENVIRONMENT;
  }

  /** Whether anything was found wrong, and not only left unchecked. */
  private static boolean damaged(VerificationReport report) {
    return report.findings().stream().anyMatch(finding -> finding.kind() != Finding.Kind.UNCHECKED);
  }

  private String figures(String key, Path data, VerificationReport report) {
    return console
        .texts()
        .of(key, data, report.commits(), report.versions(), report.blobs(), report.bytes());
  }

  private void list(VerificationReport report) {
    for (Finding finding : report.findings()) {
      console.result("  " + finding);
    }
  }
}
