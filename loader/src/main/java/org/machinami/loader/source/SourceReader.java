package org.machinami.loader.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Reads one opened source into rows, streaming: memory does not grow with the number of rows. */
public interface SourceReader {

  /** References with a fixed meaning in every format. */
  String ROW_NUMBER = "@row";

  /** The name of the source file, without folders and without what follows the first dot. */
  String FILE_NAME = "@file";

  /**
   * Reads all rows.
   *
   * @param content the opened source, and what lies beside it
   * @param references slot {@code i} of the rows holds the values of reference {@code i}
   * @param extraSlots slots beyond the references that the handler fills itself
   * @param inspector is told what the source holds besides
   * @return what was found about the source
   * @throws org.machinami.loader.LoadException when the source is not readable as this format or
   *     lacks a referenced column
   */
  SourceFinding read(
      SourceContent content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException;

  /**
   * Reads all rows of bytes beside which nothing lies.
   *
   * @param name of the source, for positions and messages
   * @param content the bytes, closed by the caller
   */
  default SourceFinding read(
      String name,
      InputStream content,
      List<String> references,
      int extraSlots,
      RowHandler handler,
      SourceInspector inspector)
      throws IOException {
    return read(SourceContent.of(name, content), references, extraSlots, handler, inspector);
  }

  /** What of a source is read, for positions and messages: the source, or a file within it. */
  default String partOf(String name) {
    return name;
  }

  /** Whether records are Features: properties and a geometry. */
  default boolean givesFeatures() {
    return false;
  }

  /** Reads all rows and nothing else. */
  default SourceFinding read(
      String name, InputStream content, List<String> references, int extraSlots, RowHandler handler)
      throws IOException {
    return read(name, content, references, extraSlots, handler, SourceInspector.NONE);
  }
}
