package org.machinami.web.ckan;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.machinami.ontology.NamedGraphs;
import org.machinami.ontology.Vocabularies;
import org.machinami.store.Store;
import org.machinami.store.search.IriUuid;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.state.GraphState;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetState;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Terms;

/** Datasets as CKAN's packages. Thread-safe. */
final class Packages {
  private static final String FIELDS = Vocabularies.NS + "service-field/";

  private final Store store;
  private final SearchIndex search;
  private final DatasetReader datasets;
  private final Bodies bodies;
  private final Licences licences;
  private final Resources resources;
  private final NamedGraphs graphs;

  Packages(
      Store store,
      SearchIndex search,
      DatasetReader datasets,
      Bodies bodies,
      Licences licences,
      Resources resources) {
    this.store = store;
    this.search = search;
    this.datasets = datasets;
    this.bodies = bodies;
    this.licences = licences;
    this.resources = resources;
    this.graphs = new NamedGraphs(store.base());
  }

  /** A dataset with its description. */
  record Found(DatasetState state, Described dataset) {}

  /** By name or UUID. */
  Optional<Found> find(String asked) {
    String id =
        Names.isUuid(asked)
            ? search
                .findByUuid(asked.toLowerCase(java.util.Locale.ROOT))
                .map(h -> h.id())
                .orElse("")
            : asked;
    try {
      DatasetState state = datasets.require(id);
      Described dataset = datasets.described(state.id(), datasets.metadata(state));
      return Optional.of(new Found(state, dataset));
    } catch (Problem absent) {
      return Optional.empty(); // 404 and 410 are one for CKAN
    }
  }

  Found require(String asked) {
    return find(asked).orElseThrow(() -> CkanError.notFound("Not found"));
  }

  ObjectNode json(Found found, Language language) {
    Described dataset = found.dataset();
    String id = found.state().id();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("id", IriUuid.of(dataset.iri()));
    json.put("name", id);
    json.put("title", found.state().title(dataset, language).value());
    json.put("notes", dataset.text(language, Terms.description).map(Text::value).orElse(""));
    translated(json, "title_translated", dataset, Terms.title);
    translated(json, "notes_translated", dataset, Terms.description);
    json.put("type", "dataset").put("state", "active").put("private", false);
    json.put("isopen", licence(json, dataset, language));
    json.put("url", iri(dataset, Terms.DCAT + "landingPage"));
    json.put("version", dataset.value(Terms.DCAT + "version").orElse(""));
    people(json, dataset, language);
    json.put("metadata_created", Names.time(created(id, found.state())));
    json.put("metadata_modified", Names.time(changed(found.state())));
    json.putNull("creator_user_id");
    publisher(json, dataset, language);
    groups(json, dataset, language);
    tags(json, dataset);
    ArrayNode all = resources.json(found, language);
    json.put("num_resources", all.size());
    json.set("resources", all);
    json.set("extras", Extras.of(dataset));
    json.putArray("relationships_as_subject");
    json.putArray("relationships_as_object");
    return json;
  }

  /** As the index of the search has it: when the description came, and did not go again. */
  private Instant created(String id, DatasetState state) {
    return store.states().history(graphs.metadata(id)).stream()
        .takeWhile(past -> !past.deleted())
        .map(GraphState::modified)
        .reduce(state.metadata().modified(), (later, earlier) -> earlier);
  }

  /** As the index of the search has it: the last change of description or data. */
  private static Instant changed(DatasetState state) {
    Instant described = state.metadata().modified();
    return state
        .data()
        .map(GraphState::modified)
        .filter(data -> data.isAfter(described))
        .orElse(described);
  }

  private static void translated(ObjectNode json, String name, Described dataset, String property) {
    ObjectNode texts = json.putObject(name);
    for (Text text : dataset.texts(property)) {
      if (!text.tag().isEmpty() && !texts.has(text.tag())) {
        texts.put(text.tag(), text.value());
      }
    }
  }

  /** That of the dataset, else the first of a distribution; whether anybody may use the data. */
  private boolean licence(ObjectNode json, Described dataset, Language language) {
    Optional<String> licence =
        dataset
            .first(Terms.DCT + "license")
            .or(
                () ->
                    dataset.all(Terms.DCAT + "distribution").stream()
                        .flatMap(d -> d.first(Terms.DCT + "license").stream())
                        .findFirst())
            .map(Described::iri)
            .filter(iri -> !iri.isEmpty());
    json.put("license_id", licence.map(licences::id).orElse(null));
    json.put("license_title", licence.map(iri -> licences.title(iri, language)).orElse(null));
    licence.ifPresent(iri -> json.put("license_url", iri));
    return licence.map(licences::isKnown).orElse(false);
  }

  private static void people(ObjectNode json, Described dataset, Language language) {
    Optional<Described> publisher = dataset.first(Terms.DCT + "publisher");
    json.put(
        "author",
        publisher.flatMap(p -> p.text(language, Terms.name)).map(Text::value).orElse(null));
    json.put("author_email", publisher.map(p -> mail(p, Terms.FOAF + "mbox")).orElse(null));
    Optional<Described> contact = dataset.first(Terms.DCAT + "contactPoint");
    json.put(
        "maintainer",
        contact.flatMap(c -> c.text(language, Terms.VCARD + "fn")).map(Text::value).orElse(null));
    json.put("maintainer_email", contact.map(c -> mail(c, Terms.VCARD + "hasEmail")).orElse(null));
  }

  private static String mail(Described body, String property) {
    String address = iri(body, property);
    return address.startsWith("mailto:") ? address.substring("mailto:".length()) : null;
  }

  private void publisher(ObjectNode json, Described dataset, Language language) {
    Optional<Described> publisher =
        dataset.first(Terms.DCT + "publisher").filter(p -> p.node().isURI());
    if (publisher.isEmpty()) {
      json.putNull("owner_org");
      json.putNull("organization");
      return;
    }
    String prefix = store.base() + "publishers/";
    String iri = publisher.get().iri();
    String value = iri.startsWith(prefix) ? iri.substring(prefix.length()) : iri;
    Bodies.Body body = bodies.organization(value, language);
    json.put("owner_org", body.uuid());
    json.set("organization", Bodies.organization(body));
  }

  private void groups(ObjectNode json, Described dataset, Language language) {
    ArrayNode groups = json.putArray("groups");
    for (Described theme : dataset.all(Terms.DCAT + "theme")) {
      if (theme.iri().startsWith(FIELDS)) {
        String id = theme.iri().substring(FIELDS.length());
        groups.add(Bodies.group(bodies.group(id, language)));
      }
    }
  }

  private void tags(ObjectNode json, Described dataset) {
    List<String> keywords =
        dataset.texts(Terms.DCAT + "keyword").stream()
            .map(text -> text.value().strip())
            .filter(word -> !word.isEmpty())
            .distinct()
            .toList();
    ArrayNode tags = json.putArray("tags");
    keywords.forEach(keyword -> tags.add(bodies.tag(keyword)));
    json.put("num_tags", tags.size());
  }

  static String iri(Described resource, String property) {
    return resource.first(property).map(Described::iri).orElse("");
  }
}
