package org.machinami.web.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.machinami.loader.proposal.FileProfiler;
import org.machinami.loader.proposal.Proposal;
import org.machinami.loader.proposal.ProposalText;
import org.machinami.loader.proposal.ProposedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code propose}: says what the columns of a file are, and how it could be mapped. */
@Command(name = "propose")
final class Propose extends Verb {
  @Parameters(paramLabel = "FILE", descriptionKey = "propose.file")
  private Path file;

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "propose.out")
  private Path out;

  Propose(Session session) {
    super(session);
  }

  @Override
  public Integer call() {
    Proposal proposal = Proposal.of(FileProfiler.profile(file));
    if (out != null) {
      ProposedFolder.write(proposal, out);
    }
    if (json()) {
      console().json(ProposalJson.of(proposal));
    } else {
      Locale locale = Locale.forLanguageTag(console().texts().language());
      new ProposalText(locale).lines(proposal).forEach(console()::result);
    }
    if (out != null) {
      Path folder = file.toAbsolutePath().getParent();
      console().note("propose.written", out, folder);
    }
    return ExitCode.DONE;
  }
}
