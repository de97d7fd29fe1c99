package org.machinami.web.steward;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.loader.policy.PolicyVersions;
import org.machinami.ontology.GraphName;
import org.machinami.ontology.NamedGraphs;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.PolicyDifference;
import org.machinami.shapes.PolicyVersion;
import org.machinami.shapes.Severity;
import org.machinami.shapes.Verdict;
import org.machinami.shapes.Violation;
import org.machinami.store.Store;
import org.machinami.store.ledger.Hash;
import org.machinami.store.state.GraphState;
import org.machinami.web.language.Messages;

/**
 * Rehearses drafts against the version of the policy that comes after the present one: an adopted
 * one that is not in force yet, else a draft that was kept. Files and data are judged anew where
 * the two ask different things of them. Thread-safe.
 */
final class NextPolicy {
  private static final int MOST_KEPT = 4;

  private final Store store;
  private final StewardDesk desk;
  private final PolicyOfToday policy;
  private final PolicyVersions versions;
  private final String prefix;
  private final Cache<Hash, Next> known = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /**
   * A version.
   *
   * @param key names it among all that ever had its number
   */
  private record Next(String key, PolicyVersion version, MetadataValidator validator) {}

  NextPolicy(Store store, StewardDesk desk, PolicyOfToday policy) {
    this.store = store;
    this.desk = desk;
    this.policy = policy;
    this.versions = new PolicyVersions(store);
    this.prefix = new NamedGraphs(store.base()).prefix(GraphName.Kind.POLICY);
  }

  /** What it would say in addition; empty when there is no next version. */
  Optional<NextPolicyView> of(Draft draft, Graph description, String dataset, Locale locale) {
    return next().map(coming -> view(coming, draft, description, dataset, locale));
  }

  private Optional<Next> next() {
    List<GraphState> states;
    try (Stream<GraphState> all = store.states().list(prefix)) {
      states = all.toList();
    }
    LocalDate today = LocalDate.now(Messages.CITY);
    String present = policy.judge().policy().version(); // the first judges even before its day
    return states.stream()
        .map(this::read)
        .flatMap(Optional::stream)
        .filter(found -> found.version().inForce().isAfter(today))
        .filter(found -> !found.version().policy().version().equals(present))
        .min(Comparator.comparing(found -> found.version().inForce()));
  }

  private Optional<Next> read(GraphState state) {
    Next next = known.getIfPresent(state.version());
    if (next != null) {
      return Optional.of(next);
    }
    String name = state.graph().substring(prefix.length());
    Optional<PolicyVersion> version =
        name.endsWith(PolicyVersions.DRAFT)
            ? versions.findDraft(name.substring(0, name.length() - PolicyVersions.DRAFT.length()))
            : versions.adopted().stream()
                .filter(adopted -> adopted.policy().version().equals(name))
                .findFirst();
    Optional<Next> read =
        version.map(found -> new Next(state.version().hex(), found, found.validator()));
    read.ifPresent(found -> known.put(state.version(), found));
    return read;
  }

  private NextPolicyView view(
      Next next, Draft draft, Graph description, String dataset, Locale locale) {
    PolicyDifference.Change change =
        withData(next, draft)
            .orElseGet(
                () ->
                    new PolicyDifference.Change(
                        policy.judge().validator().validate(description, dataset),
                        next.validator().validate(description, dataset)));
    Set<List<Object>> present = new HashSet<>();
    change.before().violations().forEach(violation -> present.add(key(violation)));
    List<NextPolicyView.Finding> findings =
        change.after().violations().stream()
            .filter(violation -> !present.contains(key(violation)))
            .sorted(Comparator.comparing(Violation::severity))
            .map(violation -> finding(next.version(), violation, dataset, locale))
            .distinct()
            .toList();
    String name = next.version().policy().version();
    boolean adopted = versions.adopted().stream().anyMatch(v -> v.policy().version().equals(name));
    return new NextPolicyView(name, next.version().inForce(), !adopted, findings);
  }

  /** With what is found in files and data; empty where that is the same, or cannot be said. */
  private Optional<PolicyDifference.Change> withData(Next next, Draft draft) {
    if (policy.judge().policy().judgesDataLike(next.version().policy())) {
      return Optional.empty();
    }
    Optional<Verdict> now = desk.rehearse(draft).verdict();
    Optional<Verdict> then = desk.rehearse(draft, next.key(), next.validator()).verdict();
    return now.isEmpty() || then.isEmpty()
        ? Optional.empty()
        : Optional.of(new PolicyDifference.Change(now.get(), then.get()));
  }

  /** What makes a finding the same under both versions. */
  private static List<Object> key(Violation violation) {
    return List.of(
        violation.shape(),
        violation.severity(),
        violation.focus(),
        violation.path().map(Object::toString).orElse(""),
        violation.value().map(Object::toString).orElse(""));
  }

  private static NextPolicyView.Finding finding(
      PolicyVersion version, Violation violation, String dataset, Locale locale) {
    boolean itself = violation.focus().isURI() && violation.focus().getURI().equals(dataset);
    return new NextPolicyView.Finding(
        violation.severity() == Severity.VIOLATION,
        violation.message(locale),
        itself ? "" : violation.focusLabel(),
        version.policy().clauseOf(violation.shape()).orElse(""));
  }
}
