package org.machinami.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Requests for data in a browser: the form with and without scripts, by keys, and what is shown.
 */
class RequestsTest extends OwnCityTest {
  private static final String WANTED = "区立公園の遊具の種類と設置年";
  private static final String PURPOSE = "子どもと安全に遊べる公園を地図にまとめたいため。\n更新は年に一度で足ります。";

  /** One that was let in, one that waits, one that was declined, one that is fulfilled. */
  private static String shown;

  private static String waiting;
  private static String declined;

  @BeforeAll
  static void send() throws Exception {
    shown = send(WANTED, PURPOSE);
    city.run("requests", "set", shown, "in-review");
    waiting = send("バスの現在位置", PURPOSE);
    declined = send("すべての住宅の居住者の一覧", PURPOSE);
    city.run(
        "requests",
        "set",
        declined,
        "declined",
        "--reason-ja",
        "個人の情報にあたるため、公開できません。",
        "--reason-en",
        "This is personal data and cannot be published.");
    String fulfilled = send("病院の場所と診療科目", PURPOSE);
    city.run("requests", "set", fulfilled, "fulfilled", "--dataset", "hospitals");
  }

  /** Sends one as a new visitor without scripts; its id. */
  private static String send(String wanted, String purpose) {
    try (BrowserContext visitor = chromium.visitor("ja", 1280, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/requests/new");
      fill(page, wanted, purpose);
      return page.url().replaceAll(".*/requests/|\\?.*", "");
    }
  }

  /** Fills in the form and sends it, whatever is there already. */
  static void fill(Page page, String wanted, String purpose) {
    page.locator("#wanted").fill(wanted);
    page.locator("#purpose").fill(purpose);
    page.locator(".request-form button").click();
    page.locator(".similar, .said").first().waitFor();
    if (page.locator(".similar").count() > 0) {
      page.locator(".request-form button").click();
    }
    page.locator(".said").waitFor();
  }

  static Stream<Look> looks() {
    List<String[]> pages =
        List.of(
            new String[] {"list", "/requests"},
            new String[] {"list-narrowed", "/requests?state=accepted&field=finance"},
            new String[] {"shown", "/requests/" + shown + "?done=counted"},
            new String[] {"waiting", "/requests/" + waiting + "?done=sent"},
            new String[] {"declined", "/requests/" + declined},
            new String[] {"form", "/requests/new"},
            new String[] {
              "form-similar",
              "/requests/new?q=%E7%97%85%E9%99%A2%E3%81%AE%E5%A0%B4%E6%89%80&field=wellness&dataset=hospitals"
            },
            new String[] {"publishers", "/publishers"},
            new String[] {"publisher", "/publishers/sample-municipality"},
            new String[] {"facet", "/datasets?publisher=sample-city"},
            new String[] {"nothing-found", "/datasets?q=%E5%AE%87%E5%AE%99%E8%88%B9"});
    return pages.stream().flatMap(page -> Look.each(page[0], page[1]));
  }

  @ParameterizedTest
  @MethodSource("looks")
  void page_isAccessible_staysInItsPlace_andAsksNobodyElse(Look look) throws Exception {
    look.check(chromium, city.address(), page -> {});
  }

  static Stream<Look> mistaken() {
    return Look.each("form-mistakes", "/requests/new");
  }

  /** With and without scripts: the form has none. */
  @ParameterizedTest
  @MethodSource("mistaken")
  void form_withMistakes_comesBackWithWhatWasTyped(Look look) throws Exception {
    look.check(chromium, city.address(), RequestsTest::sendWithMistakes);
  }

  private static void sendWithMistakes(Page page) {
    page.locator("#wanted").fill("駅");
    page.locator("#contact").fill("me@example.org");
    page.locator("#municipality").selectOption("13104");
    page.locator(".request-form button").click();
    page.locator(".mistakes").waitFor();
    assertEquals("駅", page.locator("#wanted").inputValue());
    assertEquals("me@example.org", page.locator("#contact").inputValue());
    assertEquals("13104", page.locator("#municipality").inputValue());
    assertEquals(2, page.locator(".mistakes li").count());
    page.locator(".mistakes a").last().click();
    assertEquals("purpose", page.evaluate("document.activeElement.id || location.hash.slice(1)"));
  }

  @Test
  void request_isSentAndSupported_byKeysAlone() throws Exception {
    try (BrowserContext visitor = chromium.visitor("en", 360, ColorScheme.LIGHT, false)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/requests/new");
      page.locator("#wanted").focus();
      page.keyboard().type("Opening hours of ward swimming pools");
      page.keyboard().press("Tab");
      page.keyboard().type("To plan swimming lessons for the children of our school.");
      List<String> stops = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        page.keyboard().press("Tab");
        stops.add((String) page.evaluate("document.activeElement.id"));
      }
      // The field that people leave empty is no stop.
      assertEquals(List.of("field", "municipality", "contact", ""), stops);
      page.keyboard().press("Enter");
      page.locator(".similar, .said").first().waitFor();
      if (page.locator(".similar").count() > 0) {
        page.locator(".request-form button").focus();
        page.keyboard().press("Enter");
      }
      page.locator(".said").waitFor();
      String id = page.url().replaceAll(".*/requests/|\\?.*", "");
      city.run("requests", "set", id, "received");
      page.navigate(city.address() + "/requests/" + id);
      page.locator("form[action$=support] button").focus();
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.endsWith("?done=before"));
      assertTrue(page.locator("#needed").innerText().startsWith("1 person"));
    }
    try (BrowserContext other = chromium.visitor("en", 1280)) {
      Page page = other.newPage();
      page.navigate(city.address() + "/requests/" + shown);
      page.locator("form[action$=support] button").click();
      page.waitForURL(url -> url.endsWith("?done=counted"));
      assertTrue(page.locator("#needed").innerText().startsWith("2 people"));
      page.locator("form[action$=support] button").click();
      page.waitForURL(url -> url.endsWith("?done=before"));
      assertTrue(page.locator("#needed").innerText().startsWith("2 people"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"wanted", "purpose", "contact"})
  void hostileText_isShownAsTextInEveryField(String field) throws Exception {
    String hostile =
        "\"><script>window.hacked=1</script><img src=x onerror=window.hacked=1><svg onload=window.hacked=1>"
            + "javascript:window.hacked=1</textarea>";
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Page page = visitor.newPage();
      page.navigate(city.address() + "/requests/new");
      page.locator("#wanted").fill(field.equals("purpose") ? "" : "よい要望の一行");
      page.locator("#" + field).fill(hostile);
      page.locator(".request-form button").click();
      page.locator(".mistakes").waitFor(); // something is missing: it comes back
      assertEquals(hostile, page.locator("#" + field).inputValue());
      assertFalse((boolean) page.evaluate("'hacked' in window"));
      page.navigate(
          city.address()
              + "/requests/new?q="
              + java.net.URLEncoder.encode(hostile, java.nio.charset.StandardCharsets.UTF_8));
      assertEquals(hostile, page.locator("#wanted").inputValue());
      assertFalse((boolean) page.evaluate("'hacked' in window"));
    }
    String id = send("危ない文字 <script>window.hacked=1</script>", hostile + "\n" + hostile);
    city.run("requests", "set", id, "declined", "--reason-ja", hostile, "--reason-en", hostile);
    try (BrowserContext visitor = chromium.visitor("ja", 1280)) {
      Watch watch = Watch.of(visitor, city.address());
      Page page = visitor.newPage();
      for (String path : List.of("/requests/" + id, "/en/requests/" + id, "/requests")) {
        page.navigate(city.address() + path);
        assertFalse((boolean) page.evaluate("'hacked' in window"), path);
        assertTrue(page.locator("main").innerText().contains("<script>window.hacked"), path);
      }
      assertEquals(List.of(), watch.wrong());
    }
    city.run("requests", "delete", id);
  }
}
