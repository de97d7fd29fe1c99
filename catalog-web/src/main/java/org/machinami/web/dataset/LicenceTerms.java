package org.machinami.web.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.machinami.web.language.Messages;
import org.machinami.web.rdf.Described;
import org.machinami.web.rdf.Labels;

/** What licences let one do, in plain words; the ones that we know. Read once; thread-safe. */
final class LicenceTerms {
  private static final String CC = "http://creativecommons.org/ns#";

  /** As people ask: may I copy it, share it, change it, earn money with it? */
  private static final List<String> ORDER =
      List.of(
          "Reproduction",
          "Distribution",
          "DerivativeWorks",
          "CommercialUse",
          "Attribution",
          "Notice",
          "ShareAlike");

  private final Graph graph;

  private LicenceTerms(Graph graph) {
    this.graph = graph;
  }

  static LicenceTerms read() {
    try (InputStream in = LicenceTerms.class.getResourceAsStream("licence-terms.ttl")) {
      return new LicenceTerms(
          RDFParser.source(Objects.requireNonNull(in, "licence-terms.ttl"))
              .lang(Lang.TURTLE)
              .toGraph());
    } catch (IOException e) {
      throw new UncheckedIOException("Reading licence-terms.ttl", e);
    }
  }

  /**
   * What one may and must do; both empty where we do not know the licence.
   *
   * @param known whether we know it
   */
  record Terms(boolean known, List<String> may, List<String> must) {}

  Terms of(String licence, Messages m) {
    Described terms = Described.of(graph, licence);
    return new Terms(
        terms.isDescribed(),
        words(terms.all(CC + "permits"), m),
        words(terms.all(CC + "requires"), m));
  }

  private static List<String> words(List<Described> acts, Messages m) {
    return acts.stream()
        .map(a -> Labels.localName(a.iri()))
        .sorted(Comparator.comparing(ORDER::indexOf))
        .map(a -> word(a, m))
        .toList();
  }

  private static String word(String act, Messages m) {
    return switch (act) {
      case "Reproduction" -> m.text("licence.copy");
      case "Distribution" -> m.text("licence.share");
      case "DerivativeWorks" -> m.text("licence.change");
      case "CommercialUse" -> m.text("licence.sell");
      case "Attribution" -> m.text("licence.credit");
      case "Notice" -> m.text("licence.notice");
      case "ShareAlike" -> m.text("licence.same-terms");
      default -> throw new IllegalStateException("licence-terms.ttl has an unknown act " + act);
    };
  }
}
