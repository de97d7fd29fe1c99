package org.machinami.web.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class AtomFeedTest {
  private static final Instant TIME = Instant.parse("2026-11-25T10:00:00Z");
  private static final String HOSTILE =
      "</title><script>alert(1)</script>]]>&x;\u0000\u000B\uFFFF\uD83C\uDFD9";

  private static Document parse(AtomFeed feed) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(feed.write()));
  }

  private static AtomFeed feed(List<AtomEntry> entries) {
    return new AtomFeed(
        "http://c.example/feed.atom", "ja", HOSTILE, "http://c.example/", "City", TIME, entries);
  }

  @Test
  void text_isTextWhateverItHolds() throws Exception {
    AtomEntry entry =
        new AtomEntry(
            "http://c.example/d",
            HOSTILE,
            TIME,
            Optional.of(TIME),
            "http://c.example/d?a=1&b=2",
            HOSTILE,
            HOSTILE,
            List.of(new AtomEntry.Category("x\"y", "s", HOSTILE)),
            false);
    Document document = parse(feed(List.of(entry)));
    String shown =
        HOSTILE.replace('\u0000', '\uFFFD').replace('\u000B', '\uFFFD').replace('\uFFFF', '\uFFFD');
    for (String name : List.of("title", "summary")) {
      Element last = last(document, name);
      assertEquals(shown, last.getTextContent(), name);
    }
    assertEquals(shown, last(document, "category").getAttribute("label"));
    assertEquals("http://c.example/d?a=1&b=2", last(document, "link").getAttribute("href"));
    assertEquals(0, document.getElementsByTagNameNS("*", "script").getLength());
  }

  @Test
  void whatWasDeleted_isATombstone() throws Exception {
    Document document = parse(feed(List.of(AtomEntry.deleted("http://c.example/gone", TIME))));
    Element tombstone = last(document, "deleted-entry");
    assertEquals("http://purl.org/atompub/tombstones/1.0", tombstone.getNamespaceURI());
    assertEquals("http://c.example/gone", tombstone.getAttribute("ref"));
    assertEquals(TIME.toString(), tombstone.getAttribute("when"));
  }

  private static Element last(Document document, String name) {
    var found = document.getElementsByTagNameNS("*", name);
    return (Element) found.item(found.getLength() - 1);
  }
}
