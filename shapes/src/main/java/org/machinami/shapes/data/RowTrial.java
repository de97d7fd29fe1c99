package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;

/**
 * Says what would be found in a row if it stood otherwise; nothing is counted by the judge that it
 * belongs to. Takes the lines of a row, then is asked. Not thread-safe.
 */
public final class RowTrial {

  private final SubjectJudge subjects;
  private final List<ShapeText> found = new ArrayList<>();

  RowTrial(Program program) {
    this.subjects = new SubjectJudge(program);
  }

  /** Takes a line; see {@link RowJudge#line}. */
  public void line(byte[] buffer, int offset, int length) {
    subjects.line(buffer, offset, length);
  }

  /** What would be found in the lines since the last call, what is missing among it. */
  public List<ShapeText> end() {
    found.clear();
    subjects.end(new Listing(), FactSink.NONE);
    return List.copyOf(found);
  }

  private final class Listing implements FaultSink {
    @Override
    public void fault(Severity severity, Supplier<DataFault> fault) {
      found.add(fault.get().about());
    }

    @Override
    public void missing(long key, Severity severity, Supplier<DataFault> fault) {
      found.add(fault.get().about());
    }
  }
}
