package org.machinami.web.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** The templates that the build compiled. Thread-safe. */
public final class Templates {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), "org.machinami.web.templates");

  public Templates() {
    engine.setTrimControlStructures(true);
  }

  /**
   * Renders a template with the parameters {@code frame} and {@code view}.
   *
   * @param template file name below src/main/jte
   * @return UTF-8
   */
  public byte[] render(String template, Frame frame, Object view) {
    return write(template, Map.of("frame", frame, "view", view));
  }

  /** Renders a template that has no frame, with the parameter {@code view}. */
  public byte[] render(String template, Object view) {
    return write(template, Map.of("view", view));
  }

  private byte[] write(String template, Map<String, Object> parameters) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template, parameters, output);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
    try {
      output.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Copying a page in memory", e);
    }
    return bytes.toByteArray();
  }
}
