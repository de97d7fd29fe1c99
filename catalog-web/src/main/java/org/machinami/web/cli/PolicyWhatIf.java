package org.machinami.web.cli;

import java.nio.file.Path;
import org.machinami.loader.Progress;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.loader.policy.WhatIf;
import org.machinami.loader.policy.WhatIfCatalogue;
import org.machinami.loader.policy.WhatIfReport;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.disk.Disk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code policy what-if}: which datasets a draft would refuse or warn of, and under which clause.
 */
@Command(name = "what-if")
final class PolicyWhatIf extends DataVerb {
  @Parameters(paramLabel = "DRAFT", descriptionKey = "policy.draft")
  private Path draft;

  @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "policy.format")
  private WhatIfFormat format = WhatIfFormat.TEXT;

  @Option(names = "--output", paramLabel = "FILE", descriptionKey = "export.output")
  private Path output;

  PolicyWhatIf(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    PolicyVersions policies = new PolicyVersions(store);
    PolicyVersion current = policies.inForce();
    PolicyVersion wanted = policies.readDraft(draft);
    WhatIfCatalogue catalogue = WhatIfCatalogue.of(store);
    int[] told = {0};
    WhatIfReport report;
    try (Progress.Task task =
        Load.progress(console()).begin("what-if", Math.max(1, catalogue.datasets().size()))) {
      report =
          new WhatIf(store.versions(), store.base(), current, wanted)
              .run(
                  catalogue,
                  done -> {
                    synchronized (told) {
                      task.advance(Math.max(0, done - told[0]));
                      told[0] = Math.max(told[0], done);
                    }
                  });
    }
    WhatIfText text = new WhatIfText(console().texts(), wanted, store.base());
    byte[] document = (json() ? WhatIfFormat.JSON : format).write(text, report);
    if (output != null) {
      Disk.replace(output, document);
    } else {
      console()
          .result(new String(document, java.nio.charset.StandardCharsets.UTF_8).stripTrailing());
    }
    return ExitCode.DONE;
  }
}
