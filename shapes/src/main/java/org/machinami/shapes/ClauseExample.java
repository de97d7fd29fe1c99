package org.machinami.shapes;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import org.machinami.ontology.City;
import org.machinami.ontology.Vocabularies;

/**
 * Something that keeps a clause and something that does not: a description or data in Turtle, or a
 * table as CSV. Tests hold both against the rules of the clause.
 *
 * @param table whether it is a table
 * @param rowClass IRI of the class that a mapping gives to the rows of the table
 * @param contract IRI of the contract that the table claims to keep
 */
public record ClauseExample(
    String conforms,
    String violates,
    boolean table,
    Optional<String> rowClass,
    Optional<String> contract) {

  public ClauseExample {
    Objects.requireNonNull(conforms, "conforms");
    Objects.requireNonNull(violates, "violates");
    Objects.requireNonNull(rowClass, "rowClass");
    Objects.requireNonNull(contract, "contract");
  }

  /** The example of a clause, by its number; empty where people judge. */
  public static Optional<ClauseExample> of(String clause) {
    if (!clause.matches("[0-9]+\\.[0-9]+")) {
      return Optional.empty();
    }
    return of(clause, "ttl").or(() -> of(clause, "csv"));
  }

  private static Optional<ClauseExample> of(String clause, String suffix) {
    Properties known = known(clause);
    return read(clause + "-conforms." + suffix)
        .flatMap(
            conforms ->
                read(clause + "-violates." + suffix)
                    .map(
                        violates ->
                            new ClauseExample(
                                conforms,
                                violates,
                                suffix.equals("csv"),
                                value(known, "class").map(City.NS::concat),
                                value(known, "contract")
                                    .map(id -> Vocabularies.concept("contract", id)))));
  }

  private static Optional<String> value(Properties known, String key) {
    return Optional.ofNullable(known.getProperty(key));
  }

  /** What is known of a table besides. */
  private static Properties known(String clause) {
    Properties known = new Properties();
    try {
      known.load(new StringReader(read(clause + ".properties").orElse("")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return known;
  }

  private static Optional<String> read(String name) {
    String file = "policy/examples/" + name;
    try (InputStream in = ClauseExample.class.getResourceAsStream(file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the bundled example " + file, e);
    }
  }
}
