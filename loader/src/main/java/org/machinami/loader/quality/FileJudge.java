package org.machinami.loader.quality;

import java.util.List;
import org.machinami.loader.source.SourceInspector;
import org.machinami.shapes.quality.RuleResult;

/** Judges one file while it is read. */
interface FileJudge extends SourceInspector {

  /**
   * The names of the columns, by which files of a series are compared; empty where there are none.
   */
  List<String> columns();

  /** What came out, when all of the file has been read. */
  List<RuleResult> results();
}
