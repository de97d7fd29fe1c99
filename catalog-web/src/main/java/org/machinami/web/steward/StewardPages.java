package org.machinami.web.steward;

import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import org.machinami.loader.policy.PolicyOfToday;
import org.machinami.shapes.form.FormModel;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.account.Organisations;
import org.machinami.web.config.StewardSettings;
import org.machinami.web.language.Language;
import org.machinami.web.language.Text;
import org.machinami.web.page.Answers;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.Labels;
import org.machinami.web.reach.DeadLinksResource;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.records.Records;
import org.machinami.web.steward.form.DescriptionForm;
import org.machinami.web.steward.link.LinkQuestionsResource;

/** The pages of the steward's desk. */
public final class StewardPages {
  private StewardPages() {}

  /**
   * As JAX-RS singletons.
   *
   * @param settings what may be sent
   * @param links whether what distributions point to is there
   */
  public static List<Object> resources(
      Store store,
      Records records,
      SearchIndex search,
      Labels labels,
      GraphWriting graphs,
      Organisations organisations,
      StewardSettings settings,
      LinkChecks links,
      Answers answers) {
    String base = store.base();
    DraftRecords drafts = new DraftRecords(records, Clock.systemUTC());
    WithdrawalRecords withdrawals = new WithdrawalRecords(records, Clock.systemUTC());
    DraftFiles files = new DraftFiles(store.directory().path());
    PolicyOfToday policy = PolicyOfToday.of(store);
    StewardDesk desk = new StewardDesk(store, drafts, files, policy);
    Descriptions descriptions = new Descriptions(base);
    DescriptionForm form =
        new DescriptionForm(FormModel.bundled(), labels, search::publishers, base);
    Publications publications = new Publications(store);
    TakingUp takingUp = new TakingUp(drafts, files, publications, settings.uploadBytes());
    Drafting drafting =
        new Drafting(
            drafts,
            desk,
            descriptions,
            form,
            organisations,
            graphs,
            labels,
            policy,
            new NextPolicy(store, desk, policy),
            publications,
            takingUp);
    BiFunction<String, Language, Text> titles =
        (id, language) ->
            desk.published(id)
                .map(graph -> drafting.title(graph, id, language))
                .orElseGet(() -> new Text(id, "zxx"));
    return List.of(
        new DeadLinksResource(links, desk::publisherOf, titles, answers),
        new StewardResource(
            drafts,
            withdrawals,
            files,
            desk,
            drafting,
            descriptions,
            search,
            organisations,
            settings,
            answers),
        new DraftResource(drafts, files, drafting, descriptions, base, settings, answers),
        new ColumnsResource(drafts, files, drafting, base, labels, answers),
        new AnswersResource(drafts, drafting, descriptions),
        new DecisionResource(drafts, desk, takingUp, drafting, descriptions, answers),
        new PublishedResource(
            drafts, withdrawals, desk, takingUp, drafting, organisations, answers),
        new LinkQuestionsResource(
            store, () -> policy.judge().validator(), desk::publisherOf, titles, answers));
  }
}
