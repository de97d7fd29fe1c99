package org.machinami.web;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.machinami.store.Store;
import org.machinami.web.account.Grant;
import org.machinami.web.account.MovedClock;
import org.machinami.web.account.Role;
import org.machinami.web.config.RequestSettings;
import org.machinami.web.language.Messages;

/** Another Machinami, whose administrator harvests a first one from the desk. */
final class SecondCatalogue implements AutoCloseable {
  /** The dataset in which the second describes the first. */
  static final String SOURCE = "first";

  private static final String BASE = "http://second.example/";
  private static final String PASSWORD = "correct horse battery";
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private final PagesServer pages;
  private final DeskBrowser administrator;

  /**
   * @param authority of the first
   * @param settings by which the first is harvested
   */
  SecondCatalogue(Path data, String authority, String settings) throws Exception {
    Store.create(data, BASE);
    Files.writeString(data.resolve("machinami.properties"), "egress.allow=" + authority + "\n");
    pages =
        new PagesServer(
            data, Clock.system(Messages.CITY), new RequestSettings(true, 3), new MovedClock());
    pages.account("administrator", PASSWORD, new Grant(Role.ADMINISTRATOR, ""));
    administrator = new DeskBrowser(pages).in("administrator", PASSWORD);
    Path recipe = Files.createDirectories(data.resolve("recipes").resolve(SOURCE));
    Files.writeString(
        recipe.resolve("dataset.ttl"),
        """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/first> a dcat:Dataset ; dct:title "隣の市"@ja , "Neighbour"@en ;
          dct:description "隣の市のカタログです。"@ja , "The catalogue of the city next door."@en ;
          dct:publisher <publishers/first> .
        <publishers/first> a foaf:Agent ; foaf:name "隣の市"@ja , "Neighbour"@en .
        """);
    Files.writeString(
        recipe.resolve("harvest.properties"),
        settings + "sector=public\nlanguage=ja\nrequests-per-second=1000\n");
  }

  /** Runs the harvest; what the page of the source says then. */
  String harvest() {
    String page = administrator.harvest("/steward/harvests/" + SOURCE, LONGEST);
    pages.catchUp();
    return page;
  }

  PagesServer pages() {
    return pages;
  }

  Store store() {
    return pages.store();
  }

  @Override
  public void close() {
    pages.close();
  }
}
