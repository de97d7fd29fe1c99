package org.machinami.web.monitor.whatif;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.machinami.loader.LoadException;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.Iris;
import org.machinami.shapes.PolicyVersion;
import org.machinami.web.language.Messages;

/** From what was sent to a draft, or to what is wrong with it. Thread-safe. */
final class DraftReader {
  private static final Node TITLE =
      NodeFactory.createURI("http://data.europa.eu/eli/ontology#title");
  private static final Pattern PLACE =
      Pattern.compile("\\[line: (\\d+), col: (\\d+) *\\] *(.*)", Pattern.DOTALL);
  private static final int LONGEST_LINE = 200;

  private final PolicyVersions policies;
  private final Iris iris;

  DraftReader(PolicyVersions policies, String base) {
    this.policies = policies;
    this.iris = new Iris(base);
  }

  /** Numbers of the drafts in the ledger. */
  List<String> kept() {
    return policies.drafts();
  }

  /**
   * Reads one that was sent.
   *
   * @param name of its file, empty for pasted text
   * @throws Wrong when it is none
   */
  WhatIfRuns.Asked sent(byte[] text, String name, Messages m) throws Wrong {
    String called = name.isEmpty() ? m.text("whatif.pasted") : name;
    try {
      return asked(
          policies.readDraft(new ByteArrayInputStream(text), called),
          new String(text, StandardCharsets.UTF_8),
          name);
    } catch (LoadException e) {
      throw new Wrong(mistake(e, text, called, m));
    }
  }

  /** One that is kept in the ledger; empty when there is none of that number. */
  Optional<WhatIfRuns.Asked> kept(String version) {
    return Optional.of(version)
        .filter(kept()::contains)
        .flatMap(policies::findDraft)
        .map(
            draft -> {
              ByteArrayOutputStream text = new ByteArrayOutputStream();
              RDFWriter.source(draft.text()).lang(Lang.TURTLE).output(text);
              return asked(draft, text.toString(StandardCharsets.UTF_8), "");
            });
  }

  private WhatIfRuns.Asked asked(PolicyVersion draft, String text, String name) {
    Node version = NodeFactory.createURI(iris.policy(draft.policy().version()));
    return new WhatIfRuns.Asked(
        policies.inForce(),
        draft,
        text,
        name,
        title(draft.text(), version, "ja"),
        title(draft.text(), version, "en"));
  }

  private static String title(Graph text, Node version, String language) {
    return text.find(version, TITLE, Node.ANY)
        .mapWith(Triple::getObject)
        .filterKeep(title -> title.isLiteral() && title.getLiteralLanguage().equals(language))
        .mapWith(Node::getLiteralLexicalForm)
        .nextOptional()
        .orElse("");
  }

  /** A mistake of syntax is shown with its line; what the parser says of it is English. */
  private static WhatIfHomeView.Mistake mistake(
      LoadException e, byte[] text, String name, Messages m) {
    Matcher place =
        PLACE.matcher(e.getCause() == null ? "" : String.valueOf(e.getCause().getMessage()));
    if (!e.key().equals("rdf.syntax") || !place.matches()) {
      return new WhatIfHomeView.Mistake(e.text(m.language().locale()), "", "");
    }
    int line = Integer.parseInt(place.group(1));
    String said = m.text("whatif.mistake.syntax", name, line, Integer.parseInt(place.group(2)));
    String there =
        new String(text, StandardCharsets.UTF_8).lines().skip(line - 1L).findFirst().orElse("");
    return new WhatIfHomeView.Mistake(
        said,
        there.length() > LONGEST_LINE ? there.substring(0, LONGEST_LINE) + "…" : there,
        place.group(3).strip());
  }

  /** A draft is none. */
  static final class Wrong extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient WhatIfHomeView.Mistake mistake;

    Wrong(WhatIfHomeView.Mistake mistake) {
      super(mistake.said());
      this.mistake = mistake;
    }

    WhatIfHomeView.Mistake mistake() {
      return mistake;
    }
  }
}
