package org.machinami.web.cli;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.LoadReport;
import org.machinami.loader.VocabularyLoader;
import org.machinami.loader.linking.Link;
import org.machinami.loader.linking.LinkMethod;
import org.machinami.loader.linking.Linking;
import org.machinami.loader.linking.LinksDataset;
import org.machinami.loader.linking.Question;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.store.Store;
import org.machinami.web.language.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code link}: finds things that stand in several datasets. */
@Command(name = "link")
final class LinkVerb extends DataVerb {
  @Option(names = "--dry-run", descriptionKey = "dry-run")
  private boolean dryRun;

  @Option(names = "--questions", descriptionKey = "link.questions")
  private boolean questions;

  LinkVerb(Session session, Forwarding forwarding) {
    super(session, forwarding);
  }

  @Override
  int run(Store store) {
    if (!dryRun) {
      new VocabularyLoader(store).load("machinami");
    }
    LinksDataset links =
        new LinksDataset(
            store, PolicyOfToday.of(store).judge().validator(), Clock.system(Messages.CITY));
    Linking found = links.find();
    LoadOptions options = new LoadOptions(dryRun, "machinami link");
    DatasetReport report = links.commit(found, options);
    if (json()) {
      console().json(object(found, report));
    } else {
      print(found);
      new LoadReportOutput(console()).write(new LoadReport(List.of(report)), false);
    }
    if (session().catalogue().isEmpty() && !dryRun) {
      Derived.catchUp(store);
    }
    return report.exitCode();
  }

  private void print(Linking found) {
    say("link.found", found.links().size(), found.questions().size());
    Map<LinkMethod, Long> counts =
        found.links().stream()
            .collect(Collectors.groupingBy(Link::method, TreeMap::new, Collectors.counting()));
    counts.forEach((method, count) -> say("link.kind", label(method), count));
    if (found.skippedBlocks() > 0) {
      say("link.skipped", found.skippedBlocks());
    }
    if (questions) {
      found.questions().forEach(this::print);
    }
  }

  private void print(Question question) {
    say("link.question", question.from().label(), question.from().dataset());
    for (Link candidate : question.candidates()) {
      say(
          "link.candidate",
          candidate.to().label(),
          candidate.to().dataset(),
          String.format(Locale.ROOT, "%.2f", candidate.confidence()),
          label(candidate.method()),
          candidate.to().iri());
    }
  }

  private void say(String key, Object... values) {
    console().result(console().texts().of(key, values));
  }

  private String label(LinkMethod method) {
    return method.label(Locale.forLanguageTag(console().texts().language()));
  }

  private Map<String, Object> object(Linking found, DatasetReport report) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("outcome", report.outcome().name().toLowerCase(Locale.ROOT));
    report.sequence().ifPresent(sequence -> object.put("sequence", sequence));
    object.put("links", found.links().stream().map(LinkVerb::object).toList());
    object.put(
        "questions",
        questions
            ? found.questions().stream()
                .map(question -> question.candidates().stream().map(LinkVerb::object).toList())
                .toList()
            : found.questions().size());
    object.put("skippedBlocks", found.skippedBlocks());
    return object;
  }

  private static Map<String, Object> object(Link link) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("from", link.from().iri());
    object.put("to", link.to().iri());
    object.put("method", link.method().id());
    object.put("confidence", link.confidence());
    link.metres().ifPresent(metres -> object.put("metres", Math.round(metres)));
    return object;
  }
}
