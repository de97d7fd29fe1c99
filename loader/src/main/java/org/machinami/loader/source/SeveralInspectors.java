package org.machinami.loader.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Tells several inspectors the same, in their order. */
final class SeveralInspectors implements SourceInspector {

  private final SourceInspector[] told;

  SeveralInspectors(SourceInspector[] told) {
    this.told = told;
  }

  @Override
  public void header(List<String> names) {
    for (SourceInspector inspector : told) {
      inspector.header(names);
    }
  }

  @Override
  public void cell(int column, char[] buffer, int offset, int length) {
    for (SourceInspector inspector : told) {
      inspector.cell(column, buffer, offset, length);
    }
  }

  @Override
  public void endRow(long number, int cells) {
    for (SourceInspector inspector : told) {
      inspector.endRow(number, cells);
    }
  }

  @Override
  public void record(long number, JsonNode record) {
    for (SourceInspector inspector : told) {
      inspector.record(number, record);
    }
  }

  @Override
  public void feature(SheetFeature feature, long row, String what) {
    for (SourceInspector inspector : told) {
      inspector.feature(feature, row, what);
    }
  }
}
