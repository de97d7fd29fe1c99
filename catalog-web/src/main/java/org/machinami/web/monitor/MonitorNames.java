package org.machinami.web.monitor;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.Iris;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.dataset.Cards;
import org.machinami.web.dataset.PublisherOptions;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;

/** How publishers, sectors, clauses and datasets are called for people. Thread-safe. */
public final class MonitorNames {
  private static final String ELI = "http://data.europa.eu/eli/ontology#";

  private final SearchIndex search;
  private final Labels labels;
  private final PolicyVersions policies;
  private final Iris iris;
  private final Map<String, Map<String, Text>> clauses = new ConcurrentHashMap<>();

  /** Names from the index and the labels of the vocabularies. */
  public MonitorNames(Store store, SearchIndex search, Labels labels) {
    this.search = search;
    this.labels = labels;
    this.policies = new PolicyVersions(store);
    this.iris = new Iris(store.base());
  }

  /** An organisation by its id as in {@code /publishers/{id}}. */
  public Text publisher(String id, Language language) {
    return id.isEmpty()
        ? own("monitor.no-publisher", language)
        : PublisherOptions.name(search.publishers(), id, language);
  }

  /** A sector by its id. */
  public Text sector(String id, Language language) {
    return id.isEmpty()
        ? own("monitor.no-sector", language)
        : labels.concept("sector", id, language);
  }

  Text stage(String id, Language language) {
    return id.isEmpty()
        ? own("monitor.no-stage", language)
        : labels.concept("personal-data-stage", id, language);
  }

  /** The dataset's title; its id where it is there no more. */
  public Text dataset(String id, Language language) {
    return search
        .find(id)
        .map(hit -> Cards.title(hit, language))
        .orElseGet(() -> new Text(id, "zxx"));
  }

  /** Number and title of a clause of the version in force. */
  public Text clause(String number, Language language) {
    Text title = titles(language).get(number);
    return title == null
        ? new Text(number, "")
        : new Text(number + " " + title.value(), title.tag());
  }

  /** Titles of the clauses in force, by number. */
  public Map<String, Text> titles(Language language) {
    PolicyVersion version = policies.inForce();
    return clauses.computeIfAbsent(
        version.policy().version() + language.tag(),
        key -> {
          Map<String, Text> titles = new TreeMap<>(Figures.BY_NUMBER);
          Graph text = version.text();
          for (String number : version.policy().numbers()) {
            Described clause = Described.of(text, iris.clause(version.policy().version(), number));
            Optional<Text> title = clause.text(language, ELI + "title");
            titles.put(number, title.orElse(new Text("", "")));
          }
          return titles;
        });
  }

  /** The page of a clause in force, empty when there is none of that number. */
  public String clausePath(String number) {
    PolicyVersion version = policies.inForce();
    return version.policy().hasClause(number)
        ? "policy/" + version.policy().version() + "/clauses/" + number
        : "";
  }

  private static Text own(String key, Language language) {
    return new Text(Messages.in(language).text(key), language.tag());
  }
}
