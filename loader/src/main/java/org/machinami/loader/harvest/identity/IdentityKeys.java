package org.machinami.loader.harvest.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.vocabulary.FOAF;
import org.apache.jena.vocabulary.DCAT;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.SKOS;
import org.machinami.store.ledger.Hash;

/**
 * By what a dataset can be known again, as hashes: two datasets that share one are alike in that
 * way. Texts are compared without case, width and punctuation, addresses without scheme.
 *
 * @param hashes by what they are made of
 * @param iris that the description names as itself
 * @param origins that it names as what it is from
 */
record IdentityKeys(Map<How, Set<Long>> hashes, Set<String> iris, Set<String> origins) {
  private static final Node WAS_DERIVED_FROM =
      NodeFactory.createURI("http://www.w3.org/ns/prov#wasDerivedFrom");
  private static final Node ADMS_IDENTIFIER =
      NodeFactory.createURI("http://www.w3.org/ns/adms#identifier");

  /** Shorter identifiers are numbers in a list, and many publishers have the same. */
  private static final int SHORTEST_IDENTIFIER = 4;

  private static final String ONCE_IN_THE_WORLD =
      "(urn:\\S+|(https?://(dx\\.)?doi\\.org/|doi:)10\\.\\d{4,9}/\\S+|(urn:uuid:)?[0-9a-f]{8}-[0-9a-f]{4}-"
          + "[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})";

  /** The keys of the description of a dataset. */
  static IdentityKeys of(Graph graph, Node dataset) {
    Set<String> iris = new LinkedHashSet<>();
    Set<String> identifiers = new LinkedHashSet<>();
    for (Node predicate : List.of(OWL2.sameAs.asNode(), DCTerms.identifier.asNode())) {
      objects(graph, dataset, predicate).forEach(node -> add(node, iris, identifiers));
    }
    // A dataset that was made of another one is not that other one.
    Set<String> origins = new LinkedHashSet<>();
    for (Node predicate : List.of(WAS_DERIVED_FROM, DCTerms.source.asNode())) {
      objects(graph, dataset, predicate).stream()
          .filter(Node::isURI)
          .forEach(node -> origins.add(node.getURI()));
    }
    for (Node named : objects(graph, dataset, ADMS_IDENTIFIER)) {
      objects(graph, named, SKOS.notation.asNode()).forEach(node -> add(node, iris, identifiers));
    }
    Map<How, Set<Long>> hashes = new EnumMap<>(How.class);
    iris.forEach(iri -> add(hashes, How.SOURCE_IRI, address(iri)));
    Set<String> publishers = publishers(graph, dataset);
    for (String identifier : identifiers) {
      String plain = identifier.strip().toLowerCase(Locale.ROOT);
      if (plain.matches(ONCE_IN_THE_WORLD)) {
        add(hashes, How.IDENTIFIER, plain.replaceFirst("^(https?://(dx\\.)?doi\\.org/)", "doi:"));
      } else if (plain.length() >= SHORTEST_IDENTIFIER) {
        publishers.forEach(body -> add(hashes, How.IDENTIFIER_OF_PUBLISHER, body + "\n" + plain));
      }
    }
    Set<String> titles = texts(objects(graph, dataset, DCTerms.title.asNode()));
    Set<String> files = files(graph, dataset);
    for (String body : publishers) {
      for (String title : titles) {
        add(hashes, How.TITLE_AND_PUBLISHER, body + "\n" + title);
        if (!files.isEmpty()) {
          add(hashes, How.FILES_AND_TITLE, body + "\n" + title + "\n" + String.join("\n", files));
        }
      }
    }
    return new IdentityKeys(hashes, iris, origins);
  }

  private static void add(Node node, Set<String> iris, Set<String> identifiers) {
    if (node.isURI()) {
      iris.add(node.getURI());
    } else if (node.isLiteral()) {
      String text = node.getLiteralLexicalForm().strip();
      (text.matches("https?://\\S+") ? iris : identifiers).add(text);
    }
  }

  private static void add(Map<How, Set<Long>> hashes, How how, String text) {
    hashes.computeIfAbsent(how, any -> new LinkedHashSet<>()).add(hash(how, text));
  }

  /** 64 bits; two texts of a million share them once in ten million catalogues. */
  private static long hash(How how, String text) {
    byte[] digest = Hash.sha256().digest((how + "\n" + text).getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest).getLong();
  }

  private static Set<String> publishers(Graph graph, Node dataset) {
    List<Node> names = new ArrayList<>();
    for (Node body : objects(graph, dataset, DCTerms.publisher.asNode())) {
      names.addAll(objects(graph, body, FOAF.name.asNode()));
    }
    return texts(names);
  }

  private static Set<String> files(Graph graph, Node dataset) {
    Set<String> files = new TreeSet<>();
    for (Node distribution : objects(graph, dataset, DCAT.distribution.asNode())) {
      List<Node> addresses = objects(graph, distribution, DCAT.downloadURL.asNode());
      if (addresses.isEmpty()) {
        addresses = objects(graph, distribution, DCAT.accessURL.asNode());
      }
      addresses.stream().filter(Node::isURI).forEach(node -> files.add(address(node.getURI())));
    }
    return files;
  }

  private static Set<String> texts(Collection<Node> nodes) {
    Set<String> texts = new LinkedHashSet<>();
    for (Node node : nodes) {
      if (node.isLiteral()) {
        String plain =
            Normalizer.normalize(node.getLiteralLexicalForm(), Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\p{P}\\p{S}\\s]+", "");
        if (!plain.isEmpty()) {
          texts.add(plain);
        }
      }
    }
    return texts;
  }

  private static String address(String iri) {
    return iri.replaceFirst("^https?://(www\\.)?", "").replaceFirst("/+$", "");
  }

  private static List<Node> objects(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).mapWith(t -> t.getObject()).toList();
  }
}
