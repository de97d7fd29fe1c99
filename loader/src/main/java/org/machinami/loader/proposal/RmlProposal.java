package org.machinami.loader.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.mapping.MappingOutline;
import org.machinami.loader.mapping.MappingOutline.Call;
import org.machinami.loader.mapping.MappingOutline.Thing;
import org.machinami.loader.mapping.MappingOutline.Use;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.shapes.contract.Contract;
import org.machinami.shapes.contract.Contracts;
import org.machinami.shapes.contract.Words;

/** Reads a proposal back from a mapping. */
final class RmlProposal {

  private static final String GEO = "http://www.opengis.net/ont/geosparql#";
  private static final Pattern BRACES = Pattern.compile("\\{(?:[^{}\\\\]|\\\\.)*}");

  /** Functions that a proposal can hold, with nothing but a table beside them. */
  private static final Set<String> FUNCTIONS =
      Set.of("lookup", "number", "date", "time", "dateTime", "municipalityCode");

  private final FileProfile source;

  RmlProposal(FileProfile source) {
    this.source = source;
  }

  Proposal read(String rml) {
    MappingOutline outline = MappingOutline.read(ProposedFolder.MAPPING, rml, "http://localhost/");
    List<Thing> things =
        outline.things().stream().filter(thing -> thing.source().equals(source.file())).toList();
    Thing main =
        things.stream()
            .filter(thing -> !thing.classes().isEmpty())
            .filter(
                thing ->
                    thing.classes().stream()
                        .noneMatch(c -> c.equals(GEO + "Geometry") || c.endsWith("/PropertyValue")))
            .findFirst()
            .orElseThrow(() -> new LoadException(Fault.FOLDER, "propose.no-thing", source.file()));
    List<ProposedColumn> columns = new ArrayList<>();
    ColumnRecogniser recogniser = new ColumnRecogniser(Contracts.recognise(source.header()));
    for (ColumnProfile column : source.columns()) {
      ProposedColumn proposed = recogniser.recognise(column);
      columns.add(proposed.chosen(target(proposed, things)));
    }
    int brace = main.subject().indexOf('{');
    String prefix = brace < 0 ? main.subject() : main.subject().substring(0, brace);
    List<String> keys = main.keys().stream().filter(key -> source.column(key).isPresent()).toList();
    return new Proposal(
        source,
        main.classes().get(0),
        1,
        new ProposedKey(prefix, keys, source.isKey(keys)),
        columns,
        Contracts.recognise(source.header()).map(Contract::iri));
  }

  private static Target target(ProposedColumn column, List<Thing> things) {
    Words known = column.target().meaning();
    for (Thing thing : things) {
      for (Use use : thing.uses()) {
        if (use.column().equals(column.reference())
            && !use.property().endsWith("additionalProperty")
            && !use.property().equals(GEO + "hasGeometry")) {
          return target(known, thing, use);
        }
      }
    }
    return Target.nothing(known);
  }

  private static Target target(Words meaning, Thing thing, Use use) {
    if (use.property().equals(GEO + "asWKT")) {
      return Target.of(
          use.template().isEmpty() ? Form.SHAPE : use.last() ? Form.LATITUDE : Form.LONGITUDE,
          meaning);
    }
    if (thing.classes().stream().anyMatch(c -> c.endsWith("/PropertyValue"))) {
      return Target.neutral(meaning);
    }
    return timePart(meaning, use).orElseGet(() -> statement(meaning, use));
  }

  /** A column that only with another makes a point in time. */
  private static Optional<Target> timePart(Words meaning, Use use) {
    Form form;
    if (use.template().isPresent() && use.property().endsWith("#observedAt")) {
      form = use.last() ? Form.HOUR : Form.DAY;
    } else if (use.template().isPresent() && use.property().endsWith("#observedMonth")) {
      form = use.last() ? Form.MONTH : Form.YEAR;
    } else if (use.property().endsWith("#observedOn")) {
      form = Form.DAY;
    } else if (use.property().endsWith("#observedYear")) {
      form = Form.YEAR;
    } else {
      return Optional.empty();
    }
    Target part = Target.of(form, meaning).with(use.property()).formed(form);
    return Optional.of(called(part, use));
  }

  private static Target statement(Words meaning, Use use) {
    Target target =
        new Target(
            form(use),
            meaning,
            Optional.of(use.property()),
            use.datatype(),
            use.language(),
            use.template()
                .filter(template -> use.iri())
                .map(template -> BRACES.matcher(template).replaceAll("{}")),
            Optional.empty(),
            entries(use),
            Optional.empty());
    return called(target, use);
  }

  private static Form form(Use use) {
    if (use.iri()) {
      return use.template().isPresent()
          ? Form.LINK
          : entries(use).isEmpty() ? Form.IRI : Form.CONCEPT;
    }
    return Form.LITERAL;
  }

  private static List<String> entries(Use use) {
    return use.calls().stream()
        .filter(call -> call.function().equals("lookup"))
        .flatMap(call -> call.options().getOrDefault("entry", List.of()).stream())
        .toList();
  }

  /** What is written before {@code map:number} where numbers have units. */
  private static boolean isBeforeNumber(Use use, Call call) {
    return List.of("normalise", "extract").contains(call.function())
        && use.calls().get(use.calls().size() - 1).function().equals("number");
  }

  private static Target called(Target target, Use use) {
    Target called = target;
    for (Call call : use.calls()) {
      if (call.function().equals("split")) {
        List<String> marks = call.options().getOrDefault("separator", List.of());
        called = called.partedBy(marks.stream().findFirst());
      } else if (FUNCTIONS.contains(call.function())) {
        called = called.through(call.function(), called.entries());
      } else if (!isBeforeNumber(use, call)) {
        throw new LoadException(Fault.FOLDER, "propose.function", use.column(), call.function());
      }
    }
    return called;
  }
}
