package org.machinami.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A list of several pages, with more publishers than are listed beside it. */
final class LongListTest {
  private static final int DATASETS = 62;
  private static final Pattern CSV_LINK = Pattern.compile("href=\"([^\"]*/datasets\\.csv[^\"]*)\"");

  @TempDir static Path directory;
  private static PagesServer pages;

  @BeforeAll
  static void start() throws Exception {
    pages = new PagesServer(directory.resolve("data"));
    Map<String, String> graphs = new LinkedHashMap<>();
    for (int i = 1; i <= DATASETS; i++) {
      graphs.put("graph/metadata/d" + i, dataset(i));
    }
    pages.commit("load", graphs);
  }

  @AfterAll
  static void stop() {
    pages.close();
  }

  /** In Japanese they count upwards, in English downwards. */
  private static String dataset(int i) {
    return """
        PREFIX dcat: <http://www.w3.org/ns/dcat#>
        PREFIX dct: <http://purl.org/dc/terms/>
        PREFIX foaf: <http://xmlns.com/foaf/0.1/>
        <datasets/d%1$d> a dcat:Dataset ; dct:title "資料%1$02d"@ja , "Report %2$02d"@en ;
          dct:publisher <publishers/p%1$d> .
        <publishers/p%1$d> a foaf:Agent ; foaf:name "局%1$d"@ja , "Office %1$d"@en .
        """
        .formatted(i, DATASETS + 1 - i);
  }

  private static String page(String path) {
    HttpResponse<String> response = pages.get(path, "Accept", "text/html");
    assertEquals(200, response.statusCode(), path);
    return response.body();
  }

  private static String[] rowsBehind(String path) {
    Matcher link = CSV_LINK.matcher(page(path));
    assertTrue(link.find(), path);
    URI csv = URI.create(path).resolve(link.group(1).replace("&amp;", "&"));
    return pages.get(csv.toString()).body().split("\r\n");
  }

  @Test
  void csvOfALaterPage_isOfTheWholeList_inTheOrderOfItsLanguage() {
    String[] japanese = rowsBehind("/ja/datasets?page=2&sort=title");
    assertEquals(1 + DATASETS, japanese.length);
    assertTrue(japanese[1].startsWith("d1,"), japanese[1]);
    String[] english = rowsBehind("/en/datasets?page=4&sort=title");
    assertEquals(1 + DATASETS, english.length);
    assertTrue(english[1].startsWith("d62,"), english[1]);
  }

  @Test
  void csv_hasATagForEachLanguage() {
    String[] tags = new String[2];
    for (int i = 0; i < tags.length; i++) {
      tags[i] =
          pages
              .get("/datasets.csv?sort=title", "Accept-Language", i == 0 ? "ja" : "en")
              .headers()
              .firstValue("ETag")
              .orElseThrow();
    }
    assertNotEquals(tags[0], tags[1]);
  }

  @Test
  void facetWithMoreValuesThanAreListed_saysSo() {
    String japanese = page("/ja/datasets");
    assertTrue(japanese.contains("ほか 2 件は、検索語や別の条件で絞り込むと表示されます。"), japanese);
    assertTrue(japanese.contains("<a href=\"../ja/publishers\">提供者の一覧</a>"), japanese);
    String english = page("/en/datasets?publisher=p9");
    assertTrue(english.contains("1 more appears when you narrow the search"), english);
    assertFalse(page("/en/datasets?q=%22Report+01%22").contains("when you narrow"));
  }
}
