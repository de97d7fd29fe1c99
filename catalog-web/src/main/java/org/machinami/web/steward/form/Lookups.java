package org.machinami.web.steward.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.machinami.ontology.City;
import org.machinami.shapes.form.Choice;
import org.machinami.shapes.form.Field;
import org.machinami.shapes.form.FormModel;
import org.machinami.shapes.form.Words;
import org.machinami.store.search.Literal;
import org.machinami.store.search.PublisherTree;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.rdf.Labels;
import org.machinami.web.rdf.Terms;

/**
 * What can be looked up: the lists of the fields, administrative areas, publishers of the
 * catalogue. By name in both languages, by code, by reading in kana or Latin letters. Thread-safe.
 */
public final class Lookups {

  private static final String AREA = City.AdministrativeArea.getURI();
  private static final List<String> AREAS = List.of("id/prefecture/", "id/municipality/");

  private final Supplier<PublisherTree> publishers;
  private final String base;
  private final List<LookupEntry> areas;

  /** By the field itself: a field is large to compare, and there is one of each. */
  private final IdentityHashMap<Field, LazyList> lists = new IdentityHashMap<>();

  private volatile Registered registered = new Registered(null, LookupList.of(List.of()));

  /** The publishers of one state of the index. */
  private record Registered(PublisherTree of, LookupList list) {}

  /** A list that is made when it is first asked for: names have to be read. */
  private static final class LazyList {
    private final Supplier<LookupList> maker;
    private volatile LookupList list;

    LazyList(Supplier<LookupList> maker) {
      this.maker = maker;
    }

    LookupList get() {
      LookupList known = list;
      if (known == null) {
        known = maker.get();
        list = known;
      }
      return known;
    }
  }

  /**
   * @param model whose fields are looked up
   * @param publishers who publishes, as the index has it now
   * @param base canonical base IRI
   */
  public Lookups(FormModel model, Labels labels, Supplier<PublisherTree> publishers, String base) {
    this.publishers = Objects.requireNonNull(publishers, "publishers");
    this.base = Objects.requireNonNull(base, "base");
    this.areas =
        AREAS.stream()
            .flatMap(path -> labels.named(base + path).stream())
            .map(iri -> area(labels, iri))
            .toList();
    model
        .all()
        .forEach(
            form ->
                form.fields().forEach(field -> lists.put(field, new LazyList(() -> fixed(field)))));
  }

  private static LookupEntry area(Labels labels, String iri) {
    return new LookupEntry(
        iri,
        new Words(labels.of(iri, Language.JA).value(), labels.of(iri, Language.EN).value()),
        Labels.localName(iri));
  }

  /** What begins or sounds as typed, best first; the first of the list for an empty text. */
  public List<LookupEntry> suggest(Field field, String typed, int most) {
    return list(field).suggest(typed, most);
  }

  /** All of a short list, for a page without scripts. */
  public List<LookupEntry> all(Field field, int most) {
    return list(field).first(most);
  }

  /** What is called so, or has that code or IRI; empty when nothing has, or more than one. */
  public Optional<String> resolve(Field field, String typed) {
    return list(field).resolve(typed);
  }

  /** The name if it leads back here, else the IRI. */
  public String text(Field field, String iri, Language language) {
    LookupList list = list(field);
    return list.find(iri)
        .map(entry -> entry.label().in(language.locale()))
        .filter(name -> list.resolve(name).equals(Optional.of(iri)))
        .orElse(iri);
  }

  /** The name of a value. */
  public Optional<String> label(Field field, String iri, Language language) {
    return list(field).find(iri).map(entry -> entry.label().in(language.locale()));
  }

  /** The registered thing of a name; empty when there is none, or more than one. */
  Optional<String> registered(Field field, String typed) {
    return field.ofClass().isPresent() ? resolve(field, typed) : Optional.empty();
  }

  /** What the catalogue says of a registered publisher: its class and its names. */
  Graph describe(Field field, String iri) {
    Graph graph = GraphFactory.createDefaultGraph();
    Node node = NodeFactory.createURI(iri);
    field.ofClass().ifPresent(c -> graph.add(node, RDF.type.asNode(), NodeFactory.createURI(c)));
    publishers
        .get()
        .find(publisherId(iri))
        .ifPresent(
            publisher ->
                publisher
                    .names()
                    .forEach(
                        name ->
                            graph.add(
                                Triple.create(
                                    node,
                                    NodeFactory.createURI(Terms.name),
                                    name.tag().isEmpty()
                                        ? NodeFactory.createLiteralString(name.value())
                                        : NodeFactory.createLiteralLang(
                                            name.value(), name.tag())))));
    return graph;
  }

  private LookupList list(Field field) {
    Optional<String> type = field.ofClass();
    if (type.isPresent() && !type.get().equals(AREA)) {
      return registered();
    }
    LazyList list = lists.get(field);
    if (list == null) {
      throw new IllegalArgumentException("no field of the model: " + field.name());
    }
    return list.get();
  }

  private LookupList fixed(Field field) {
    Stream<LookupEntry> chosen = field.choices().stream().map(Lookups::entry);
    boolean places = field.ofClass().equals(Optional.of(AREA));
    return LookupList.of(Stream.concat(chosen, places ? areas.stream() : Stream.of()).toList());
  }

  private static LookupEntry entry(Choice choice) {
    return new LookupEntry(choice.iri(), choice.label(), choice.notation());
  }

  private LookupList registered() {
    PublisherTree tree = publishers.get();
    Registered known = registered;
    if (known.of() != tree) {
      known = new Registered(tree, LookupList.of(entries(tree)));
      registered = known;
    }
    return known.list();
  }

  private List<LookupEntry> entries(PublisherTree tree) {
    List<LookupEntry> entries = new ArrayList<>();
    Set<String> ids = tree.ids();
    for (String id : ids) {
      List<Text> names = tree.find(id).orElseThrow().names().stream().map(Lookups::text).toList();
      if (!names.isEmpty()) {
        entries.add(
            new LookupEntry(
                publisherIri(id),
                new Words(name(names, Language.JA), name(names, Language.EN)),
                ""));
      }
    }
    entries.sort(Comparator.comparing(entry -> entry.label().ja()));
    return entries;
  }

  private static Text text(Literal name) {
    return new Text(name.value(), name.tag());
  }

  private static String name(List<Text> names, Language language) {
    return Text.choose(names, language).orElseThrow().value();
  }

  private String publisherIri(String id) {
    return id.contains(":") ? id : base + "publishers/" + id;
  }

  private String publisherId(String iri) {
    String prefix = base + "publishers/";
    return iri.startsWith(prefix) ? iri.substring(prefix.length()) : iri;
  }
}
