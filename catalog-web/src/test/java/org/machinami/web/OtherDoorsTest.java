package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.store.Store;

/**
 * Harvesters of other catalogues read a Machinami that has the bundled city: by the doors that any
 * catalogue may have they find as many datasets as it has, with its titles; by the event stream,
 * with every statement.
 */
final class OtherDoorsTest {
  /** Changes enough that the event stream has two pages. */
  private static final int MORE_THAN_A_PAGE = 100;

  @TempDir private static Path directory;
  private static Front front;
  private static PagesServer first;

  @BeforeAll
  static void start() throws Exception {
    front = new Front();
    Path data = directory.resolve("first");
    Store.create(data, front.address());
    first = new PagesServer(data);
    front.leadTo(first);
    BundledCity.load(first, BundledCity.names());
  }

  @AfterAll
  static void stop() {
    front.close();
    first.close();
  }

  private static SecondCatalogue second(String kind, String path) throws Exception {
    return new SecondCatalogue(
        directory.resolve(kind + path.replaceAll("\\W", "-")),
        front.authority(),
        "kind=%s\nurl=%s%s\n".formatted(kind, front.address(), path));
  }

  private static void requireSameTitles(SecondCatalogue second) {
    assertEquals(Agreement.titles(first.store()), Agreement.titles(second.store()));
  }

  @ParameterizedTest
  @CsvSource({"dcat, catalog?limit=10", "dcat, catalog/ldes", "data-json, data.json", "ckan, ''"})
  void harvest_ofTheBundledCity_agreesInNumberAndTitles(String kind, String path) throws Exception {
    try (SecondCatalogue second = second(kind, path)) {
      String page = second.harvest();
      assertTrue(page.contains("変更を取り込みました"), page);
      assertTrue(Agreement.titles(first.store()).size() >= 25);
      requireSameTitles(second);
      if (kind.equals("dcat")) {
        assertFalse(page.contains("対応項目なし"), "the profile has a place for all: " + page);
      }
      long head = second.store().ledger().head();
      assertTrue(second.harvest().contains("変更はありません"));
      assertEquals(head, second.store().ledger().head());
    }
  }

  @Test
  void eventStream_isFollowedFromPageToPage_throughAChangeAndAWithdrawal() throws Exception {
    try (SecondCatalogue second =
        new SecondCatalogue(
            directory.resolve("following"),
            front.authority(),
            "kind=dcat\nurl=" + front.address() + "catalog/ldes\n")) {
      second.harvest();
      Map<String, String> ids = new Agreement(first.store(), second.store()).require();
      for (int change = 0; change < MORE_THAN_A_PAGE; change++) {
        DatasetChanges.retitle(first.store(), "libraries", "図書館 第 " + change + " 版");
      }
      DatasetChanges.withdraw(first.store(), "parks");
      first.catchUp();
      String page = second.harvest();
      assertTrue(page.contains("変更を取り込みました"), page);
      Map<String, String> now = new Agreement(first.store(), second.store()).require();
      assertEquals(ids.size() - 1, now.size());
      String libraries = second.pages().get("/datasets/" + now.get("libraries")).body();
      assertTrue(libraries.contains("図書館 第 " + (MORE_THAN_A_PAGE - 1) + " 版"), libraries);
      assertEquals(410, second.pages().get("/datasets/" + ids.get("parks")).statusCode());
      assertTrue(second.harvest().contains("変更はありません"));

      DatasetChanges.retitle(first.store(), "hospitals", "病院の一覧（改）");
      first.catchUp();
      second.harvest();
      requireSameTitles(second);
    }
  }
}
