package org.machinami.web.steward.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.RDF;
import org.machinami.shapes.Policy;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.form.FormModel;
import org.machinami.store.search.PublisherTree;
import org.machinami.web.language.Language;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.Labels;

/**
 * The form of descriptions: graph to filled form, posted form to graph. The graph that a posted
 * form is read against is the one that its page was made from. Thread-safe.
 */
public final class DescriptionForm {

  /** Where the names of all boxes begin. */
  static final String ROOT = "d";

  /** Button that asks for a further box or thing; its value is the name of it. */
  public static final String ADD = "add";

  /** Button that takes a box or thing away; its value is the name of it. */
  public static final String REMOVE = "remove";

  /** Posted last, so that a form that was cut on its way is not taken for one with less in it. */
  public static final String END = "end";

  /** The box of a thing that is chosen among registered ones. */
  static final String REGISTERED = "registered";

  private final FormModel model;
  private final Lookups lookups;
  private final FieldText text;
  private final PlaceWords words;

  /**
   * @param publishers who publishes, as the index has it now
   * @param base canonical base IRI
   */
  public DescriptionForm(
      FormModel model, Labels labels, Supplier<PublisherTree> publishers, String base) {
    this.model = Objects.requireNonNull(model, "model");
    this.lookups = new Lookups(model, labels, publishers, base);
    this.text = new FieldText(lookups);
    this.words = new PlaceWords(model, lookups, labels);
  }

  public FormModel model() {
    return model;
  }

  public Lookups lookups() {
    return lookups;
  }

  /** An empty description: that there is a dataset. */
  public static void declare(Graph graph, String dataset) {
    graph.add(NodeFactory.createURI(dataset), RDF.type.asNode(), DCAT.Dataset.asNode());
  }

  /**
   * The form filled from a description.
   *
   * @param graph read only; without blank nodes the names of its boxes depend on what it says only
   * @param dataset IRI of the dataset
   */
  public FilledForm fill(Graph graph, String dataset, Language language) {
    return fill(graph, dataset, language, Set.of());
  }

  /**
   * The form filled from a description.
   *
   * @param blanks fields that get one more empty box, as {@link PostedForm#blanks}
   */
  public FilledForm fill(Graph graph, String dataset, Language language, Set<String> blanks) {
    Node node = NodeFactory.createURI(dataset);
    return new FormFilling(model, text, graph, node, language, blanks).fill(node);
  }

  /**
   * The description that a posted form means. Nothing typed is lost: what is no date, no address,
   * too long or too much stands in the graph as it was typed.
   *
   * @param graph from which the page of the form was made; read only
   * @param dataset IRI of the dataset
   * @throws Problem 400 when the end of the form did not arrive
   */
  public PostedForm read(Graph graph, String dataset, FormFields posted) {
    if (!posted.has(END)) {
      throw Problem.badParameter(END, "", "form.problem.cut");
    }
    Node node = NodeFactory.createURI(dataset);
    return new FormReading(model, text, lookups, node, graph, posted).read();
  }

  /**
   * What a page shows of a form.
   *
   * @param posted of which the page tells the mistakes; empty for a page that nobody has posted yet
   * @param verdict on the graph
   * @param policy the version that it rests on
   */
  public FormView view(
      Graph graph,
      String dataset,
      Verdict verdict,
      Policy policy,
      Optional<PostedForm> posted,
      FormPlace place,
      Language language) {
    FilledForm filled =
        fill(graph, dataset, language, posted.map(PostedForm::blanks).orElse(Set.of()));
    return new FormView(
        filled,
        FormFindings.of(filled, verdict, policy),
        posted.map(PostedForm::mistakes).orElse(List.of()),
        kept(filled, graph, dataset, language),
        place,
        lookups,
        language);
  }

  private List<KeptFact> kept(FilledForm filled, Graph graph, String dataset, Language language) {
    return filled.kept().stream()
        .map(
            triple -> {
              Place at = new Place(triple.getSubject(), triple.getPredicate());
              boolean own = triple.getSubject().hasURI(dataset);
              return new KeptFact(
                  own ? "" : words.thing(graph, triple.getSubject(), language),
                  words.property(graph, at, language),
                  words.value(graph, at, triple.getObject(), language));
            })
        .toList();
  }

  /** What differs between two states of a description. */
  public Difference difference(Graph before, Graph after, String dataset, Language language) {
    return Difference.of(before, after, NodeFactory.createURI(dataset), words, language);
  }

  /** Two people's changes to a description, as a page shows them. */
  public ConflictView conflict(
      Graph base, Graph mine, Graph theirs, String dataset, Language language) {
    return ConflictView.of(
        ThreeWay.of(base, mine, theirs),
        base,
        mine,
        theirs,
        NodeFactory.createURI(dataset),
        words,
        language);
  }

  /**
   * The choices of a posted conflict page, for {@link ThreeWay#merge}; what is no choice is left
   * out.
   */
  public static Map<String, ThreeWay.Side> chosen(FormFields posted) {
    Map<String, ThreeWay.Side> chosen = new HashMap<>();
    posted
        .values()
        .forEach(
            (name, value) ->
                Stream.of(ThreeWay.Side.values())
                    .filter(side -> side.name().equals(value))
                    .forEach(side -> chosen.put(name, side)));
    return chosen;
  }
}
