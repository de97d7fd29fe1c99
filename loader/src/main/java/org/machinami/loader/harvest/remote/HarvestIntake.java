package org.machinami.loader.harvest.remote;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.jena.sparql.core.Quad;

/** Takes what a foreign catalogue says, and tells what it said the last time. */
public interface HarvestIntake {

  /** Whether all is to be read; otherwise what has changed is enough. */
  boolean everything();

  /** What a source left for its next run under a name. */
  Optional<String> remembered(String name);

  /** Leaves something for the next run; lost when this one commits nothing. */
  void remember(String name, String value);

  /** Records of the last run: foreign name to the name in lists, which may be empty. */
  Map<String, String> known();

  /** Whether a record was taken the last time just as it is now. */
  boolean isSame(String foreign, String digest);

  /** A record that is as it was. */
  void same(String foreign);

  /** A record that is new or has changed. */
  void take(ForeignRecord record);

  /**
   * A document of RDF with any number of records.
   *
   * @param watcher is shown each statement
   * @return what of it could not be read; empty when all could
   */
  Optional<String> take(RdfDocument document, Consumer<Quad> watcher);

  /** A record that the source says it no longer has. */
  void gone(String foreign);

  /** A record that cannot be read, with the key and arguments of the reason. */
  void refuse(String foreign, String key, Object... arguments);

  /** A field that has no place in the profile; it is kept as it is. */
  void notMapped(String field);

  /** Something that the report should tell, by its key in the bundle. */
  void note(String key, Object... arguments);

  /** Says that all of the source was told: what was not is no longer there. */
  void whole();
}
