package org.machinami.web;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.account.Accounts;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.config.StewardSettings;
import org.machinami.web.contents.ContentsIndex;
import org.machinami.web.harvest.Harvests;
import org.machinami.web.monitor.MonitorIndex;
import org.machinami.web.monitor.whatif.WhatIfRuns;
import org.machinami.web.openid.OpenIdClient;
import org.machinami.web.page.PageCache;
import org.machinami.web.quads.Quads;
import org.machinami.web.reach.LinkChecks;
import org.machinami.web.records.Records;
import org.machinami.web.request.RequestRecords;
import org.machinami.web.usage.Usage;
import org.machinami.web.validate.Validations;

/**
 * What the pages read from. Whoever makes it opens, follows and closes these.
 *
 * @param store the data directory; pages only read
 * @param search index that has caught up once and is kept up by a {@link
 *     org.machinami.store.ledger.LedgerFollower}
 * @param contents what data graphs hold; kept up by a {@link
 *     org.machinami.store.ledger.LedgerFollower}
 * @param monitor what was decided; kept up by a {@link org.machinami.store.ledger.LedgerFollower}
 * @param quads answers the few questions that need SPARQL (thing pages)
 * @param pages the rendered pages that are remembered
 * @param requests what people ask for
 * @param requestSettings what requests may do
 * @param accounts who works at the desks
 * @param provider that they may sign in with, where one is configured
 * @param records where the desks keep what is under way
 * @param steward what a steward may send
 * @param usage how often datasets are used
 * @param validations the public validator
 * @param whatIf runs of drafts of the policy
 * @param harvests of other catalogues
 * @param links whether what distributions point to is there
 * @param clock in the time zone of the city
 */
public record PageContext(
    Store store,
    SearchIndex search,
    ContentsIndex contents,
    MonitorIndex monitor,
    Quads quads,
    PageCache pages,
    RequestRecords requests,
    RequestSettings requestSettings,
    Accounts accounts,
    Optional<OpenIdClient> provider,
    Records records,
    StewardSettings steward,
    Usage usage,
    Validations validations,
    WhatIfRuns whatIf,
    Harvests harvests,
    LinkChecks links,
    Clock clock) {
  public PageContext {
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(search, "search");
    Objects.requireNonNull(contents, "contents");
    Objects.requireNonNull(monitor, "monitor");
    Objects.requireNonNull(quads, "quads");
    Objects.requireNonNull(pages, "pages");
    Objects.requireNonNull(requests, "requests");
    Objects.requireNonNull(requestSettings, "requestSettings");
    Objects.requireNonNull(accounts, "accounts");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(records, "records");
    Objects.requireNonNull(steward, "steward");
    Objects.requireNonNull(usage, "usage");
    Objects.requireNonNull(validations, "validations");
    Objects.requireNonNull(whatIf, "whatIf");
    Objects.requireNonNull(harvests, "harvests");
    Objects.requireNonNull(links, "links");
    Objects.requireNonNull(clock, "clock");
  }
}
