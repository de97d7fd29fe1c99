package org.machinami.web.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.machinami.store.search.Facet;
import org.machinami.store.search.Hit;
import org.machinami.store.search.Literal;
import org.machinami.store.search.SearchIndex;
import org.machinami.store.search.SearchRequest;
import org.machinami.store.search.SearchResults;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Representation;

/**
 * The hits of a query as a feed and as a table.
 *
 * @param results the page of them that the feed shows
 * @param changed when the index last changed
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287, Atom</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, CSV</a>
 */
record HitExport(
    SearchIndex search,
    Stops stops,
    String base,
    ListQuery query,
    SearchResults results,
    Instant changed) {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final List<Facet> COLUMNS = List.copyOf(Facet.COUNTED);

  /** A feed with the entries of the page, in the language of the messages. */
  byte[] atom(Messages messages, String title) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", messages.language().tag());
      element(xml, "id", base + query.path());
      element(xml, "title", title + " | " + messages.text("site.name"));
      element(xml, "updated", changed.toString());
      author(xml, messages.text("site.name"));
      link(xml, "alternate", Representation.HTML, query);
      link(xml, "self", Representation.ATOM, query);
      if (query.page() > 1) {
        link(xml, "previous", Representation.ATOM, query.onPage(query.page() - 1));
      }
      if ((long) query.page() * ListQuery.PAGE_SIZE < results.total()) {
        link(xml, "next", Representation.ATOM, query.onPage(query.page() + 1));
      }
      for (Hit hit : results.hits()) {
        entry(xml, hit, messages.language());
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing a feed to memory", e);
    }
    return bytes.toByteArray();
  }

  private void entry(XMLStreamWriter xml, Hit hit, Language language) throws XMLStreamException {
    xml.writeStartElement("entry");
    element(xml, "id", hit.iri());
    element(xml, "title", best(hit.titles(), language).orElse(hit.id()));
    Instant day =
        hit.modified()
            .or(hit::issued)
            .map(d -> d.atStartOfDay().toInstant(ZoneOffset.UTC))
            .orElse(changed);
    element(xml, "updated", day.toString());
    if (hit.issued().isPresent()) {
      element(
          xml, "published", hit.issued().get().atStartOfDay().toInstant(ZoneOffset.UTC).toString());
    }
    Optional<String> publisher = best(hit.publisherNames(), language);
    if (publisher.isPresent()) {
      author(xml, publisher.get());
    }
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", "alternate");
    xml.writeAttribute("href", base + "datasets/" + hit.id());
    for (String field : hit.values(Facet.SERVICE_FIELD)) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", field);
    }
    if (stops.since(hit.id()).isPresent()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", "stopped");
      xml.writeAttribute("label", Messages.in(language).text("card.stopped"));
    }
    Optional<String> description = best(hit.descriptions(), language);
    if (description.isPresent()) {
      element(xml, "summary", description.get());
    }
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element(xml, "name", name);
    xml.writeEndElement();
  }

  private void link(XMLStreamWriter xml, String relation, Representation form, ListQuery page)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", relation);
    xml.writeAttribute("type", form.mediaType());
    String path = page.path();
    xml.writeAttribute(
        "href",
        base
            + (form == Representation.HTML
                ? path
                : path.replaceFirst("^datasets", "datasets." + form.suffix())));
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(writable(text));
    xml.writeEndElement();
  }

  /** Without the characters that XML 1.0 cannot hold. */
  private static String writable(String text) {
    return text.codePoints()
        .filter(c -> c >= 0x20 || c == '\t' || c == '\n' || c == '\r')
        .filter(c -> c < 0xD800 || c > 0xDFFF)
        .filter(c -> c != 0xFFFE && c != 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static Optional<String> best(List<Literal> literals, Language language) {
    return Cards.best(literals, language).map(Text::value);
  }

  /**
   * A table with a head; up to 1,000 hits a page, the values of a facet parted by "|". For
   * programs: values are as they are, also those that a spreadsheet would run.
   *
   * @param language by whose titles it is sorted
   */
  byte[] csv(Language language) {
    StringBuilder table = new StringBuilder();
    table.append("id,iri,title_ja,title_en,publisher_ja,publisher_en,issued,modified");
    COLUMNS.forEach(facet -> table.append(',').append(facet.parameter()));
    table.append(",stopped\r\n");
    SearchRequest all = query.request(language, SearchRequest.MOST_HITS);
    for (Hit hit : search.search(all).hits()) {
      row(table, hit);
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The last cell says since when the dataset is stopped. */
  private void row(StringBuilder table, Hit hit) {
    cell(table, hit.id());
    for (String text :
        List.of(
            hit.iri(),
            tagged(hit.titles(), "ja"),
            tagged(hit.titles(), "en"),
            tagged(hit.publisherNames(), "ja"),
            tagged(hit.publisherNames(), "en"),
            hit.issued().map(LocalDate::toString).orElse(""),
            hit.modified().map(LocalDate::toString).orElse(""))) {
      table.append(',');
      cell(table, text);
    }
    for (Facet facet : COLUMNS) {
      table.append(',');
      cell(table, String.join("|", hit.values(facet)));
    }
    table.append(',');
    cell(table, stops.since(hit.id()).map(Instant::toString).orElse(""));
    table.append("\r\n");
  }

  private static String tagged(List<Literal> literals, String tag) {
    return literals.stream()
        .filter(literal -> literal.tag().equals(tag))
        .map(Literal::value)
        .collect(Collectors.joining("|"));
  }

  private static void cell(StringBuilder table, String text) {
    if (text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      table.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      table.append(text);
    }
  }
}
