package org.machinami.loader.harvest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.store.Store;

/**
 * A recipe for an address that somebody has typed. It is kept in the data directory, where it can
 * be mended: what the source is called, who is behind it and under which licence.
 */
public final class AdHocRecipe {
  private AdHocRecipe() {}

  /** The folder of the recipe; it is made when there is none. */
  public static Path in(Store store, String address) {
    String host;
    try {
      host = URI.create(address).getHost();
    } catch (IllegalArgumentException e) {
      throw new LoadException(Fault.FOLDER, e, "egress.no-address", address);
    }
    if (host == null) {
      throw new LoadException(Fault.FOLDER, "egress.no-address", address);
    }
    String id = id(host, address);
    Path folder = store.directory().path().resolve("harvest").resolve(id).resolve("recipe");
    if (!HarvestRecipe.isIn(folder)) {
      try {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("dataset.ttl"), description(id, host, address));
        Files.writeString(
            folder.resolve(HarvestRecipe.FILE),
            "kind=%s\nurl=%s\nsector=public\n".formatted(SourceKind.guess(address).id(), address));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private static String id(String host, String address) {
    String plain = host.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return "harvest-"
        + (plain.length() > 40 ? plain.substring(0, 40) : plain).replaceAll("^-|-$", "")
        + "-"
        + Digests.brief(address);
  }

  private static String description(String id, String host, String address) {
    return """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>

        <datasets/%1$s> a dcat:Dataset ;
          dct:title "%2$s の収集"@ja , "Harvest of %2$s"@en ;
          dct:description "%2$s のカタログにあるデータセットの説明を収集したものです。"@ja ,
            "Descriptions of the datasets in the catalogue at %2$s, as harvested."@en ;
          dct:identifier "%1$s" ;
          dct:publisher <publishers/%1$s> ;
          dcat:landingPage <%3$s> .

        <publishers/%1$s> a foaf:Agent ;
          foaf:name "%2$s"@ja , "%2$s"@en .
        """
        .formatted(id, host, address.replaceAll("[<>\"{}|^`\\\\\\s]", ""));
  }
}
