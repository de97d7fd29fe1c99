package org.machinami.web.feed;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.machinami.store.graph.XmlText;

/**
 * A feed.
 *
 * @param id IRI of the feed, of all its pages
 * @param self IRI of this page of it
 * @param next IRI of the page with older entries
 * @param language BCP 47 tag of its words
 * @param page IRI of the page that it follows
 * @param author name of who publishes it
 * @param updated of the newest entry; of an empty feed any time that does not change
 * @param entries newest first
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5005">RFC 5005, pages of feeds</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6721">RFC 6721, deleted entries</a>
 */
public record AtomFeed(
    String id,
    String self,
    Optional<String> next,
    String language,
    String title,
    String page,
    String author,
    Instant updated,
    List<AtomEntry> entries) {
  public static final String CONTENT_TYPE = "application/atom+xml;charset=utf-8";

  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";

  public AtomFeed {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(self, "self");
    Objects.requireNonNull(next, "next");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(page, "page");
    Objects.requireNonNull(author, "author");
    Objects.requireNonNull(updated, "updated");
    entries = List.copyOf(entries);
  }

  /** A feed of one page. */
  public AtomFeed(
      String id,
      String language,
      String title,
      String page,
      String author,
      Instant updated,
      List<AtomEntry> entries) {
    this(id, id, Optional.empty(), language, title, page, author, updated, entries);
  }

  /** The document, UTF-8. Characters that XML cannot hold become U+FFFD. */
  public byte[] write() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.setPrefix("at", TOMBSTONES);
      xml.writeStartElement(ATOM, "feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeNamespace("at", TOMBSTONES);
      xml.writeAttribute("xml", XML, "lang", language);
      text(xml, "id", id);
      text(xml, "title", title);
      text(xml, "updated", updated.toString());
      author(xml, author);
      link(xml, "self", "application/atom+xml", self);
      if (next.isPresent()) {
        link(xml, "next", "application/atom+xml", next.get());
      }
      link(xml, "alternate", "text/html", page);
      for (AtomEntry entry : entries) {
        if (entry.deleted()) {
          xml.writeEmptyElement(TOMBSTONES, "deleted-entry");
          xml.writeAttribute("ref", XmlText.clean(entry.id()));
          xml.writeAttribute("when", entry.updated().toString());
        } else {
          entry(xml, entry);
        }
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A feed in memory can always be written", e);
    }
    return bytes.toByteArray();
  }

  private static void entry(XMLStreamWriter xml, AtomEntry entry) throws XMLStreamException {
    xml.writeStartElement(ATOM, "entry");
    text(xml, "id", entry.id());
    text(xml, "title", entry.title());
    text(xml, "updated", entry.updated().toString());
    if (entry.published().isPresent()) {
      text(xml, "published", entry.published().get().toString());
    }
    if (!entry.author().isEmpty()) {
      author(xml, entry.author());
    }
    link(xml, "alternate", "text/html", entry.link());
    for (AtomEntry.Category category : entry.categories()) {
      xml.writeEmptyElement(ATOM, "category");
      xml.writeAttribute("term", XmlText.clean(category.term()));
      if (!category.scheme().isEmpty()) {
        xml.writeAttribute("scheme", XmlText.clean(category.scheme()));
      }
      xml.writeAttribute("label", XmlText.clean(category.label()));
    }
    if (!entry.summary().isEmpty()) {
      text(xml, "summary", entry.summary());
    }
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement(ATOM, "author");
    text(xml, "name", name);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String relation, String type, String href)
      throws XMLStreamException {
    xml.writeEmptyElement(ATOM, "link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", XmlText.clean(href));
  }

  private static void text(XMLStreamWriter xml, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(ATOM, name);
    xml.writeCharacters(XmlText.clean(value));
    xml.writeEndElement();
  }
}
