package org.machinami.web;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.machinami.ontology.CatalogContext;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.account.AccountPages;
import org.machinami.web.account.Organisations;
import org.machinami.web.asset.AssetResource;
import org.machinami.web.asset.Assets;
import org.machinami.web.card.CardResource;
import org.machinami.web.card.ShareCards;
import org.machinami.web.card.SiteCardResource;
import org.machinami.web.catalog.CatalogResource;
import org.machinami.web.chart.ChartResource;
import org.machinami.web.ckan.Actions;
import org.machinami.web.coverage.CoverageResource;
import org.machinami.web.datajson.DataJsonResource;
import org.machinami.web.dataset.DataResource;
import org.machinami.web.dataset.DatasetFeedResource;
import org.machinami.web.dataset.DatasetListResource;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.dataset.DatasetResource;
import org.machinami.web.dataset.FileResource;
import org.machinami.web.dataset.RecipeResource;
import org.machinami.web.dataset.SuggestResource;
import org.machinami.web.discovery.OpenSearchResource;
import org.machinami.web.discovery.RobotsResource;
import org.machinami.web.discovery.SitemapResource;
import org.machinami.web.download.DownloadsResource;
import org.machinami.web.feed.FeedResource;
import org.machinami.web.glossary.GlossaryResource;
import org.machinami.web.harvest.HarvestResource;
import org.machinami.web.harvest.addition.AdditionResource;
import org.machinami.web.headers.SecurityHeaders;
import org.machinami.web.home.HomeResource;
import org.machinami.web.home.HomeViews;
import org.machinami.web.ledger.LedgerResource;
import org.machinami.web.map.MapResource;
import org.machinami.web.monitor.MonitorNames;
import org.machinami.web.monitor.MonitorResource;
import org.machinami.web.monitor.committee.Committee;
import org.machinami.web.monitor.whatif.WhatIfResource;
import org.machinami.web.negotiation.NegotiationFilter;
import org.machinami.web.openapi.OpenApiResource;
import org.machinami.web.page.Answers;
import org.machinami.web.page.Templates;
import org.machinami.web.policy.PolicyResource;
import org.machinami.web.problem.ProblemMapper;
import org.machinami.web.problem.ProblemWriter;
import org.machinami.web.publisher.PublisherResource;
import org.machinami.web.rdf.GraphWriting;
import org.machinami.web.rdf.JsonLdContext;
import org.machinami.web.rdf.JsonLdWriting;
import org.machinami.web.rdf.Labels;
import org.machinami.web.request.RequestResource;
import org.machinami.web.rows.DataTables;
import org.machinami.web.steward.StewardPages;
import org.machinami.web.table.TableResource;
import org.machinami.web.theme.ThemeResource;
import org.machinami.web.thing.ThingResource;
import org.machinami.web.usage.DownloadCounting;
import org.machinami.web.usage.ViewCounting;
import org.machinami.web.validate.ValidateResource;
import org.machinami.web.version.VersionResource;
import org.machinami.web.version.VersionsResource;
import org.machinami.web.vocabulary.VocabularyResource;

/**
 * The page families as JAX-RS singletons: resources, filters and mappers, to be registered as they
 * are.
 */
public final class Pages {
  private Pages() {}

  /** All of them, reading from the context. */
  public static List<Object> resources(PageContext context) {
    Store store = context.store();
    SearchIndex search = context.search();
    String base = store.base();
    Labels labels = Labels.read(base);
    Templates templates = new Templates();
    Assets assets = Assets.read();
    JsonLdContext jsonLd = JsonLdContext.read();
    GraphWriting graphs =
        new GraphWriting(new JsonLdWriting(CatalogContext.servedAt(base), jsonLd.bytes()));
    ShareCards cards = ShareCards.start();
    Answers answers =
        new Answers(base, templates, graphs, assets, context.pages(), cards::available);
    DatasetReader datasets = new DatasetReader(store);
    DataTables tables = DataTables.of(store.versions(), search, labels, base);
    HomeViews home = new HomeViews(store, search, labels, context.clock());
    List<Object> resources =
        new ArrayList<>(DownloadsResource.resources(datasets, tables, labels, base, answers));
    resources.addAll(MapResource.resources(store, context.contents(), datasets, tables, answers));
    resources.addAll(
        List.of(
            new NegotiationFilter(),
            new SecurityHeaders(),
            new ProblemMapper(),
            new ProblemWriter(base, templates, assets),
            new AssetResource(assets),
            new HomeResource(store, search, home, context.usage(), answers),
            new DatasetListResource(store, search, labels, context.usage(), answers),
            new SuggestResource(search),
            new DatasetResource(
                store,
                search,
                datasets,
                tables,
                labels,
                context.links(),
                context.usage(),
                answers,
                context.clock()),
            new DatasetFeedResource(store, answers),
            new CardResource(store, search, home, labels, cards, answers),
            new SiteCardResource(store, search, home, cards, answers),
            new DataResource(store),
            new VersionsResource(store, datasets, answers),
            new VersionResource(store, datasets, tables.names(), answers),
            new FileResource(store),
            new RecipeResource(datasets),
            new TableResource(datasets, tables, answers),
            new ChartResource(datasets, tables, answers),
            new PublisherResource(store, search, labels, answers),
            new ThemeResource(store, search, home, labels, answers),
            new ThingResource(
                base,
                context.quads(),
                store.ledger()::head,
                context.pages(),
                search,
                labels,
                answers),
            new VocabularyResource(base, labels, jsonLd, graphs, answers),
            new PolicyResource(store, labels, context.monitor(), answers),
            new CoverageResource(store, search, context.contents(), home.fields(), labels, answers),
            new GlossaryResource(store, search, context.contents(), labels, answers),
            new FeedResource(store, search, labels, answers),
            new SitemapResource(store, home.fields()),
            new RobotsResource(base),
            new OpenSearchResource(base, answers)));
    resources.addAll(
        RequestResource.resources(
            context.requests(),
            context.requestSettings(),
            store,
            search,
            home.fields(),
            labels,
            answers));
    resources.addAll(
        AccountPages.resources(
            context.accounts(), context.provider(), base, new Organisations(search), answers));
    resources.addAll(
        StewardPages.resources(
            store,
            context.records(),
            search,
            labels,
            graphs,
            new Organisations(search),
            context.steward(),
            context.links(),
            answers));
    resources.add(new ValidateResource(context.validations(), store, datasets, answers));
    resources.addAll(CatalogResource.resources(store, search, datasets, graphs, answers));
    resources.addAll(Actions.resources(store, search, datasets, tables, labels, home.fields()));
    resources.addAll(LedgerResource.resources(store, answers));
    resources.add(new DataJsonResource(store, datasets, labels));
    resources.add(new OpenApiResource(base, answers));
    MonitorNames names = new MonitorNames(store, search, labels);
    Clock city = context.clock();
    Committee committee = new Committee(context.records(), context.monitor(), names, city, answers);
    resources.addAll(
        MonitorResource.resources(
            context.monitor(),
            context.requests(),
            new MonitorResource.Added(committee::figures, committee::version),
            store,
            search,
            names,
            city,
            answers));
    resources.addAll(committee.resources());
    resources.add(new WhatIfResource(store, context.whatIf(), names, answers));
    resources.add(new HarvestResource(context.harvests(), answers));
    resources.add(AdditionResource.of(store, search, datasets, tables, answers));
    resources.add(new ViewCounting(context.usage()));
    resources.add(new DownloadCounting(context.usage()));
    return resources;
  }
}
