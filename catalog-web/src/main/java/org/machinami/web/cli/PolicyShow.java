package org.machinami.web.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.Iris;
import org.machinami.shapes.PolicyVersion;
import org.machinami.store.Store;
import org.machinami.web.language.Language;
import org.machinami.web.rdf.Described;
import picocli.CommandLine.Command;

/** {@code policy show}: the versions that were adopted, and the clauses of the one in force. */
@Command(name = "show")
final class PolicyShow extends DataVerb {
  private static final String TITLE = "http://data.europa.eu/eli/ontology#title";

  PolicyShow(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    PolicyVersions policies = new PolicyVersions(store);
    PolicyVersion current = policies.inForce();
    String version = current.policy().version();
    Language language = console().texts().language().equals("ja") ? Language.JA : Language.EN;
    Map<String, String> clauses = new LinkedHashMap<>();
    for (String number : current.policy().numbers()) {
      Node clause =
          org.apache.jena.graph.NodeFactory.createURI(
              new Iris(store.base()).clause(version, number));
      clauses.put(
          number,
          new Described(current.text(), clause)
              .text(language, TITLE)
              .map(text -> text.value())
              .orElse(""));
    }
    List<Map<String, String>> adopted = new ArrayList<>();
    for (PolicyVersion one : policies.adopted()) {
      adopted.add(Map.of("version", one.policy().version(), "from", one.inForce().toString()));
    }
    if (json()) {
      console().json(Map.of("inForce", version, "adopted", adopted, "clauses", clauses));
      return ExitCode.DONE;
    }
    adopted.forEach(
        one ->
            console()
                .result(
                    console().texts().of("policy.version", one.get("version"), one.get("from"))));
    console().result(console().texts().of("policy.in-force", version));
    clauses.forEach((number, title) -> console().result("  " + number + "  " + title));
    return ExitCode.DONE;
  }
}
