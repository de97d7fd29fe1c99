package org.machinami.loader.harvest;

import java.util.HashMap;
import java.util.Map;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.harvest.remote.CkanCatalogue;
import org.machinami.loader.harvest.remote.Courtesy;
import org.machinami.loader.harvest.remote.DataJsonCatalogue;
import org.machinami.loader.harvest.remote.DcatCatalogue;
import org.machinami.loader.harvest.remote.LedgerCatalogue;
import org.machinami.loader.harvest.remote.PageStore;
import org.machinami.loader.harvest.remote.PoliteClient;
import org.machinami.loader.harvest.remote.RemoteCatalogue;

/** The reader for each kind of source on the web. */
final class RemoteSources {
  private RemoteSources() {}

  static RemoteCatalogue of(HarvestRecipe recipe, Outside outside, Egress egress, PageStore pages) {
    Map<String, String> headers = new HashMap<>();
    recipe
        .credential()
        .ifPresent(secret -> headers.putAll(secret.header(recipe.folder(), outside.environment())));
    PoliteClient client =
        new PoliteClient(
            egress,
            Courtesy.perSecond(recipe.requestsPerSecond(), recipe.pages()),
            headers,
            pages,
            outside.pause(),
            outside.clock());
    return switch (recipe.kind()) {
      case CKAN -> new CkanCatalogue(client, recipe.address(), recipe.rows(), recipe.language());
      case DCAT -> new DcatCatalogue(client, recipe.address());
      case DATA_JSON -> new DataJsonCatalogue(client, recipe.address(), recipe.language());
      case MACHINAMI -> new LedgerCatalogue(client, recipe.address());
      case DUMP -> throw new IllegalArgumentException("a dump is read from a file");
    };
  }

  /** Whether records come as something that can be kept, and that the source can be shown again. */
  static boolean keepsRecords(SourceKind kind) {
    return kind == SourceKind.CKAN;
  }

  /** Whether pages are of use in the next run, to learn what has changed. */
  static boolean keepsPages(SourceKind kind) {
    return kind == SourceKind.DCAT || kind == SourceKind.DATA_JSON;
  }
}
