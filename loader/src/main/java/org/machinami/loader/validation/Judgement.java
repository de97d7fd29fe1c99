package org.machinami.loader.validation;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.loader.LoadException.Fault;
import org.machinami.shapes.Outcome;
import org.machinami.shapes.Severity;
import org.machinami.shapes.quality.Quality;

/**
 * What was found on one dataset or one file.
 *
 * @param name of it for people
 * @param iri of the dataset; empty for a file alone, or where the description could not be read
 * @param file in which it stands, as its publisher calls it
 * @param violations how many findings stop it, listed or not
 * @param warnings how many do not
 * @param entries the findings, gravest first; what could not be read is one of them
 * @param quality of the files, where there are any
 * @param standards which a file alone was recognised to follow, and whose columns it was held
 *     against
 * @param fault whose part it is, where something stopped the judging itself
 */
public record Judgement(
    String name,
    Optional<String> iri,
    String file,
    int violations,
    int warnings,
    List<Entry> entries,
    Optional<Quality> quality,
    List<Words> standards,
    Optional<Fault> fault) {

  public Judgement {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(iri, "iri");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(quality, "quality");
    standards = List.copyOf(standards);
    Objects.requireNonNull(fault, "fault");
    entries = entries.stream().sorted(Comparator.comparing(Entry::severity)).toList();
  }

  static Judgement of(
      String name,
      Optional<String> iri,
      String file,
      List<Entry> entries,
      Optional<Quality> quality,
      Optional<Fault> fault) {
    return new Judgement(
        name,
        iri,
        file,
        count(entries, Severity.VIOLATION),
        count(entries, Severity.WARNING),
        entries,
        quality,
        List.of(),
        fault);
  }

  private static int count(List<Entry> entries, Severity severity) {
    return (int) entries.stream().filter(entry -> entry.severity() == severity).count();
  }

  /** Whether it is of a file without description, of which not all can be judged. */
  public boolean isOfFileAlone() {
    return iri.isEmpty() && fault.isEmpty();
  }

  public Outcome outcome() {
    if (violations > 0 || fault.isPresent()) {
      return Outcome.REFUSED;
    }
    return warnings > 0 ? Outcome.ADMITTED_WITH_WARNINGS : Outcome.ADMITTED;
  }

  /** The findings of that severity that are listed. */
  public List<Entry> with(Severity severity) {
    return entries.stream().filter(entry -> entry.severity() == severity).toList();
  }
}
