package org.machinami.shapes.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.machinami.shapes.Severity;
import org.machinami.shapes.ShapeText;

/**
 * Takes lines of N-Triples that belong together, as those of a row, and holds the things they are
 * about against the compiled shapes. Not thread-safe.
 */
final class SubjectJudge {

  private final Program program;
  private byte[] text = new byte[1 << 12];
  private int length;
  private int[] lineSubject = new int[64];
  private int[] linePredicate = new int[64];
  private int[] lineFrom = new int[64];
  private int[] lineTo = new int[64];
  private long[] lineHash = new long[64]; // of the value
  private int lines;
  private int[] subjectFrom = new int[16];
  private int[] subjectTo = new int[16];
  private int subjects;
  private int current = -1;
  private int[] triggers = new int[16];
  private int shown; // triggers of the thing that is being shown
  private int[] counts = new int[64];
  private boolean[] met = new boolean[64];
  private final Term value = new Term();
  private final Term other = new Term();
  private final Term focus = new Term();

  SubjectJudge(Program program) {
    this.program = program;
  }

  /** Takes a line {@code <s> <p> <o> .\n}; the array may be used again afterwards. */
  void line(byte[] buffer, int offset, int size) {
    int subjectEnd = subjectEnd(buffer, offset);
    int predicateEnd = end(buffer, subjectEnd + 1);
    int predicate = program.predicate(buffer, subjectEnd + 1, predicateEnd);
    if (predicate >= 0) {
      current = subject(buffer, offset, subjectEnd);
      add(buffer, predicate, predicateEnd + 1, offset + size - " .\n".length());
    }
  }

  /** Takes the key of something that is there. */
  @FunctionalInterface
  interface Supplied {
    void value(long key, Severity severity);
  }

  /** Says what the line gives to checks that demand a value. */
  void supplies(byte[] buffer, int offset, int size, Supplied supplied) {
    int subjectEnd = end(buffer, offset);
    int predicateEnd = end(buffer, subjectEnd + 1);
    int predicate = program.predicate(buffer, subjectEnd + 1, predicateEnd);
    if (predicate < 0) {
      return;
    }
    PropertyCheck[] checks = program.demanding(predicate);
    if (checks.length > 0) {
      value.at(buffer, predicateEnd + 1, offset + size - " .\n".length());
      long hash = TermHash.of(buffer, offset, subjectEnd);
      for (PropertyCheck check : checks) {
        if (check.counts(value)) {
          supplied.value(TermHash.mix(hash, check.number()), check.about().severity());
        }
      }
    }
  }

  /** Behind the subject; lines of one subject mostly follow each other. */
  private int subjectEnd(byte[] buffer, int offset) {
    if (current >= 0) {
      int size = subjectTo[current] - subjectFrom[current];
      if (offset + size <= buffer.length
          && Arrays.equals(
              buffer, offset, offset + size, text, subjectFrom[current], subjectTo[current])) {
        return offset + size;
      }
    }
    return end(buffer, offset);
  }

  /** Behind the IRI or blank node that begins there. */
  static int end(byte[] buffer, int from) {
    boolean iri = buffer[from] == '<';
    int at = from;
    while (buffer[at] != (iri ? '>' : ' ')) {
      at++;
    }
    return iri ? at + 1 : at;
  }

  private int subject(byte[] buffer, int from, int to) {
    for (int i = subjects - 1; i >= 0; i--) {
      if (Arrays.equals(buffer, from, to, text, subjectFrom[i], subjectTo[i])) {
        return i;
      }
    }
    if (subjects == subjectFrom.length) {
      subjectFrom = Arrays.copyOf(subjectFrom, subjects * 2);
      subjectTo = Arrays.copyOf(subjectTo, subjects * 2);
    }
    subjectFrom[subjects] = length;
    copy(buffer, from, to);
    subjectTo[subjects] = length;
    return subjects++;
  }

  private void add(byte[] buffer, int predicate, int from, int to) {
    if (lines == lineFrom.length) {
      lineSubject = Arrays.copyOf(lineSubject, lines * 2);
      linePredicate = Arrays.copyOf(linePredicate, lines * 2);
      lineFrom = Arrays.copyOf(lineFrom, lines * 2);
      lineTo = Arrays.copyOf(lineTo, lines * 2);
      lineHash = Arrays.copyOf(lineHash, lines * 2);
    }
    lineSubject[lines] = current;
    linePredicate[lines] = predicate;
    lineFrom[lines] = length;
    lineHash[lines] = TermHash.of(buffer, from, to);
    copy(buffer, from, to);
    lineTo[lines++] = length;
  }

  private void copy(byte[] buffer, int from, int to) {
    if (length + to - from > text.length) {
      text = Arrays.copyOf(text, Math.max(text.length * 2, length + to - from));
    }
    System.arraycopy(buffer, from, text, length, to - from);
    length += to - from;
  }

  int lines() {
    return lines;
  }

  /** Judges what has come and forgets it. */
  void end(FaultSink sink, FactSink facts) {
    for (int subject = 0; subject < subjects; subject++) {
      int found = triggers(subject);
      if (found > 0) {
        CheckSet set = program.checks(triggers, found);
        shown = found;
        judge(subject, set, found, sink);
        show(subject, set, facts);
      }
    }
    lines = 0;
    subjects = 0;
    length = 0;
    current = -1;
  }

  private void show(int subject, CheckSet set, FactSink facts) {
    for (int i = 0; i < lines && facts != FactSink.NONE; i++) {
      if (lineSubject[i] == subject && set.isOnce(linePredicate[i])) {
        facts.fact(
            text,
            subjectFrom[subject],
            subjectTo[subject],
            linePredicate[i],
            lineFrom[i],
            lineTo[i]);
      }
    }
  }

  /** The classes of the thing whose facts are being shown, as far as shapes are aimed at them. */
  List<String> classes() {
    return classes(shown);
  }

  private List<String> classes(int found) {
    List<String> classes = new ArrayList<>();
    for (int i = 0; i < found; i++) {
      String name = program.className(triggers[i]);
      if (!name.isEmpty()) {
        classes.add(name);
      }
    }
    return classes;
  }

  private int triggers(int subject) {
    int found = 0;
    for (int i = 0; i < lines; i++) {
      if (lineSubject[i] == subject) {
        int trigger =
            program.isType(linePredicate[i])
                ? program.ofClass(text, lineFrom[i], lineTo[i])
                : program.ofPredicate(linePredicate[i]);
        if (trigger >= 0) {
          if (found == triggers.length) {
            triggers = Arrays.copyOf(triggers, found * 2);
          }
          triggers[found++] = trigger;
        }
      }
    }
    return found;
  }

  private void judge(int subject, CheckSet set, int found, FaultSink sink) {
    List<PropertyCheck> checks = set.properties();
    if (counts.length < checks.size()) {
      counts = new int[checks.size() * 2];
      met = new boolean[checks.size() * 2];
    }
    Arrays.fill(counts, 0, checks.size(), 0);
    Arrays.fill(met, 0, checks.size(), false);
    for (CheckSet.NodeCheck node : set.nodes()) {
      if (!node.test().passes(focus(subject))) {
        sink.fault(
            node.about().severity(),
            () ->
                fault(node.about(), List.of(), subject, found, Optional.of(focus(subject).node())));
      }
    }
    for (int i = 0; i < lines; i++) {
      if (lineSubject[i] == subject) {
        for (int place : set.of(linePredicate[i])) {
          judge(subject, checks.get(place), place, i, found, sink);
        }
      }
    }
    for (int place = 0; place < checks.size(); place++) {
      PropertyCheck check = checks.get(place);
      if (counts[place] < check.least()) {
        sink.missing(
            key(subject, check),
            check.about().severity(),
            () -> fault(check, subject, found, Optional.empty()));
      }
      if (counts[place] > check.most() || (check.uniqueLanguages() && repeats(subject, check))) {
        sink.fault(check.about().severity(), () -> fault(check, subject, found, Optional.empty()));
      }
    }
  }

  private void judge(
      int subject, PropertyCheck check, int place, int line, int found, FaultSink sink) {
    if (met[place] && isRepeated(subject, check, line)) {
      return;
    }
    met[place] = true;
    value.at(text, lineFrom[line], lineTo[line]);
    if (check.counts(value)) {
      counts[place]++;
    }
    if (!check.passes(value)) {
      sink.fault(
          check.about().severity(),
          () ->
              fault(
                  check,
                  subject,
                  found,
                  Optional.of(new Term().at(text, lineFrom[line], lineTo[line]).node())));
    }
  }

  /**
   * Whether an earlier line has the same value for the check. Hashes tell most of them apart: a
   * service of a timetable has a line for each day of the year.
   */
  private boolean isRepeated(int subject, PropertyCheck check, int line) {
    long hash = lineHash[line];
    for (int i = 0; i < line; i++) {
      if (lineHash[i] == hash
          && lineSubject[i] == subject
          && Arrays.equals(text, lineFrom[i], lineTo[i], text, lineFrom[line], lineTo[line])
          && isOf(check, i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOf(PropertyCheck check, int line) {
    return check.predicates().contains(program.predicateName(linePredicate[line]));
  }

  /** Whether two values have the same language. */
  private boolean repeats(int subject, PropertyCheck check) {
    for (int i = 0; i < lines; i++) {
      if (lineSubject[i] == subject && isOf(check, i)) {
        String language = value.at(text, lineFrom[i], lineTo[i]).language();
        for (int j = 0; j < i && !language.isEmpty(); j++) {
          if (lineSubject[j] == subject
              && isOf(check, j)
              && other.at(text, lineFrom[j], lineTo[j]).language().equals(language)
              && !Arrays.equals(text, lineFrom[i], lineTo[i], text, lineFrom[j], lineTo[j])) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Term focus(int subject) {
    return focus.at(text, subjectFrom[subject], subjectTo[subject]);
  }

  private long key(int subject, PropertyCheck check) {
    return TermHash.mix(
        TermHash.of(text, subjectFrom[subject], subjectTo[subject]), check.number());
  }

  private DataFault fault(PropertyCheck check, int subject, int found, Optional<Node> at) {
    return fault(check.about(), check.predicates(), subject, found, at);
  }

  private DataFault fault(
      ShapeText about, List<String> predicates, int subject, int found, Optional<Node> at) {
    List<String> classes = classes(found);
    FocusName name = new FocusName();
    for (int i = 0; i < lines; i++) {
      if (lineSubject[i] == subject && program.isLabel(linePredicate[i])) {
        name.offer(linePredicate[i], new Term().at(text, lineFrom[i], lineTo[i]));
      }
    }
    Term thing = new Term().at(text, subjectFrom[subject], subjectTo[subject]);
    return new DataFault(about, thing.node(), name.orOf(thing, classes), classes, predicates, at);
  }
}
