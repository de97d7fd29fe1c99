package org.machinami.loader.report;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.machinami.loader.Messages;
import org.machinami.loader.validation.Entry;
import org.machinami.loader.validation.Judgement;
import org.machinami.loader.validation.Validation;
import org.machinami.shapes.Severity;

/**
 * The report as JUnit XML: a dataset is a suite, a finding a case of it. What stops admission is a
 * failure; a warning is a case that passes and says something.
 */
final class JunitReport {

  private final Locale locale;

  JunitReport(Locale locale) {
    this.locale = locale;
  }

  String write(Validation validation) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      out.writeStartDocument("UTF-8", "1.0");
      out.writeStartElement("testsuites");
      out.writeAttribute("name", "Machinami");
      for (Judgement judgement : validation.judgements()) {
        suite(judgement, out);
      }
      out.writeEndElement();
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text + "\n";
  }

  private void suite(Judgement judgement, XMLStreamWriter out) throws XMLStreamException {
    out.writeStartElement("testsuite");
    out.writeAttribute("name", clean(judgement.name()));
    out.writeAttribute("tests", Integer.toString(Math.max(1, judgement.entries().size())));
    out.writeAttribute("failures", Integer.toString(judgement.with(Severity.VIOLATION).size()));
    out.writeAttribute("errors", "0");
    if (judgement.entries().isEmpty()) {
      out.writeStartElement("testcase");
      out.writeAttribute("classname", clean(judgement.file()));
      out.writeAttribute("name", clean(judgement.name()));
      out.writeEndElement();
    }
    for (Entry entry : judgement.entries()) {
      entry(judgement, entry, out);
    }
    out.writeEndElement();
  }

  private void entry(Judgement judgement, Entry entry, XMLStreamWriter out)
      throws XMLStreamException {
    String place = entry.at().map(at -> Shown.place(at, locale)).orElse(judgement.file());
    out.writeStartElement("testcase");
    out.writeAttribute("classname", clean(judgement.file()));
    out.writeAttribute("name", clean(entry.rule() + " " + entry.thing() + " " + place));
    String message = clean(entry.message().text(locale));
    if (entry.severity() == Severity.VIOLATION) {
      out.writeStartElement("failure");
      out.writeAttribute("message", message);
      out.writeAttribute("type", clean(entry.rule()));
    } else {
      out.writeStartElement("system-out");
    }
    out.writeCharacters(
        clean(
            message
                + "\n"
                + place
                + against(entry)
                + entry.value().map(value -> "\n" + Shown.value(value, locale)).orElse("")
                + entry
                    .clause()
                    .map(clause -> "\n" + Messages.text(locale, "validation.clause", clause))
                    .orElse("")
                + entry
                    .repair()
                    .map(repair -> "\n" + Shown.difference(repair, locale))
                    .orElse("")));
    out.writeEndElement();
    out.writeEndElement();
  }

  private String against(Entry entry) {
    return entry
        .against()
        .map(
            other -> "\n" + Messages.text(locale, "validation.against", Shown.place(other, locale)))
        .orElse("");
  }

  /** Without what XML cannot hold. */
  private static String clean(String text) {
    return Shown.plain(text).replaceAll("[\uFFFE\uFFFF]", "\uFFFD");
  }
}
