package org.machinami.loader.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.proposal.ContractProposal;
import org.machinami.loader.source.SourceFiles;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.Contracts;

/** The mapping of a file that keeps to a standard. */
public final class StandardMapping {

  private static final String GTFS_FILE = "gtfs.rml.ttl";

  private StandardMapping() {}

  /**
   * The text of the mapping.
   *
   * @param files among which the file is
   * @param dataset id of the dataset, for the IRIs of things that have ids of their own only
   * @throws LoadException when the file is not there, or not of the standard
   */
  public static String of(Standard standard, SourceFiles files, String dataset) {
    if (standard.name().equals(Standard.GTFS)) {
      return bundled()
          .replace("$SOURCE", escaped(standard.source()))
          .replace("$DATASET", escaped(dataset));
    }
    Contract contract =
        Contracts.all().stream()
            .filter(one -> Standard.name(one).equals(standard.name()))
            .findFirst()
            .orElseThrow();
    List<Path> found = files.find(standard.source());
    if (found.size() > 1 || !files.isPlain(standard.source())) {
      throw new LoadException(Fault.FOLDER, "recipe.standard-source", standard.source());
    }
    return ContractProposal.of(contract, found.get(0), files.name(found.get(0))).toRml();
  }

  private static String bundled() {
    try (InputStream in = StandardMapping.class.getResourceAsStream(GTFS_FILE)) {
      if (in == null) {
        throw new IllegalStateException("no bundled mapping " + GTFS_FILE);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled mapping " + GTFS_FILE, e);
    }
  }

  /** As a text of Turtle holds it. */
  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
