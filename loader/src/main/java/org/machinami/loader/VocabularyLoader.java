package org.machinami.loader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.ontology.Vocabulary;
import org.machinami.shapes.Policy;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;

/** Brings the bundled city ontology, code lists and data policy into a store. */
public final class VocabularyLoader {

  private final Store store;

  public VocabularyLoader(Store store) {
    this.store = store;
  }

  /**
   * Commits the vocabularies and the versions of the policy that differ from those in the store, in
   * one commit.
   *
   * @param agent who, for the ledger
   * @return the sequence of the commit; empty when the store has them already
   */
  public OptionalLong load(String agent) {
    NamedGraphs names = new NamedGraphs(store.base());
    Map<String, Hash> wanted = new LinkedHashMap<>();
    for (Vocabulary vocabulary : Vocabularies.all()) {
      wanted.put(names.ontology(vocabulary.name()), store.write(vocabulary.read()).hash());
    }
    for (Policy policy : Policy.all()) {
      wanted.put(names.policy(policy.version()), store.write(policy.read(store.base())).hash());
    }
    return new Changes(store)
        .commit(
            agent,
            OwnCommit.VOCABULARIES.activity(),
            OwnCommit.VOCABULARIES.reason(""),
            wanted,
            List.of(),
            List.of());
  }
}
