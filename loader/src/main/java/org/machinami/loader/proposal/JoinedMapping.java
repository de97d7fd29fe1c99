package org.machinami.loader.proposal;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import org.machinami.loader.mapping.MappingOutline;
import org.machinami.loader.mapping.MappingOutline.Thing;
import org.machinami.loader.mapping.SourceParts;

/** One mapping of several files: what it makes of each is proposed and corrected by itself. */
public final class JoinedMapping {
  private static final String THING = "thing";

  private JoinedMapping() {}

  /**
   * A mapping with what is proposed for those files of which it says nothing.
   *
   * @param rml may be empty
   * @throws org.machinami.loader.LoadException when that is no mapping
   */
  public static String adding(String rml, List<Proposal> proposals) {
    String joined = rml;
    for (Proposal proposal : proposals) {
      if (joined.isBlank()) {
        joined = proposal.toRml();
      } else if (things(joined).stream()
          .noneMatch(thing -> reads(thing.source(), proposal.source().file()))) {
        joined = added(joined, proposal);
      }
    }
    return joined;
  }

  /**
   * A mapping in which a proposal takes the place of what is made of its file; what is made of
   * others stays.
   *
   * @param rml may be empty
   * @throws org.machinami.loader.LoadException when that is no mapping
   */
  public static String with(String rml, Proposal proposal) {
    if (rml.isBlank()) {
      return proposal.toRml();
    }
    SourceParts parts = SourceParts.of(ProposedFolder.MAPPING, rml, proposal.source().file());
    if (!parts.found()) {
      return added(rml, proposal);
    }
    if (parts.rest().isEmpty()) {
      return proposal.toRml();
    }
    String mark =
        parts.names().stream()
            .filter(name -> name.matches(THING + "(-[0-9]+)?"))
            .map(name -> name.substring(THING.length()))
            .findFirst()
            .orElseGet(() -> "-" + free(parts.rest()));
    return parts.rest().stripTrailing() + "\n\n" + proposal.toRml(mark);
  }

  private static String added(String rml, Proposal proposal) {
    int number = free(rml);
    return rml.stripTrailing() + "\n\n" + apart(rml, proposal, number).toRml("-" + number);
  }

  /**
   * Rows of two files are two things, though both files number them from 1; where a contract says
   * how things are named, it says so for all files.
   */
  private static Proposal apart(String rml, Proposal proposal, int number) {
    String prefix = proposal.key().prefix();
    boolean taken =
        proposal.contract().isEmpty()
            && things(rml).stream().anyMatch(thing -> thing.subject().startsWith(prefix));
    return taken ? proposal.withKey(prefix + number + "-", proposal.key().columns()) : proposal;
  }

  /** The first number, from 2, that no name in the mapping has. */
  private static int free(String rml) {
    int number = 2;
    while (rml.contains("<#" + THING + "-" + number + ">")
        || rml.contains("<#source-" + number + ">")) {
      number++;
    }
    return number;
  }

  private static List<Thing> things(String rml) {
    return MappingOutline.read(ProposedFolder.MAPPING, rml, "http://localhost/").things();
  }

  /** Whether a source, which may be a glob, is a file, or that among others. */
  private static boolean reads(String source, String file) {
    try {
      return source.equals(file)
          || FileSystems.getDefault().getPathMatcher("glob:" + source).matches(Path.of(file));
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
