package org.machinami.loader.proposal;

import java.util.List;
import java.util.Optional;
import org.machinami.loader.proposal.Target.Form;
import org.machinami.ontology.City;

/**
 * What a column becomes depends on what a row is: the code of a municipality names one, or is in
 * one.
 */
final class Context {

  private final String rowClass;
  private final List<ProposedColumn> columns;
  private final boolean observation;

  Context(String rowClass, List<ProposedColumn> columns) {
    this.rowClass = rowClass;
    this.columns = columns;
    this.observation = Terms.isObservation(rowClass);
  }

  List<ProposedColumn> adjust() {
    return columns.stream().map(this::adjusted).toList();
  }

  private ProposedColumn adjusted(ProposedColumn column) {
    Target target = column.target();
    String link = target.link().orElse("");
    String property = target.property().orElse("");
    if (observation) {
      return column.adjusted(observed(column, target, link, property));
    }
    if (is(City.Municipality.getURI()) && link.equals(Terms.MUNICIPALITY_LINK)) {
      boolean six = column.kind() == ValueKind.LOCAL_GOVERNMENT_CODE;
      Target code =
          Target.text(
              target.meaning(),
              (six ? City.localGovernmentCode : City.municipalityCode).getURI(),
              Optional.empty());
      return column.adjusted(code);
    }
    if (is(City.Municipality.getURI()) && isMunicipalityName(column)) {
      String tag =
          column.kind() == ValueKind.KANA
              ? "ja-Hrkt"
              : column.kind() == ValueKind.LATIN ? "en" : "ja";
      return column.adjusted(Target.text(target.meaning(), Terms.LABEL, Optional.of(tag)));
    }
    if (is(City.Municipality.getURI()) && property.equals(City.facilityKind.getURI())) {
      return column.adjusted(Target.neutral(target.meaning()));
    }
    if (is(City.MeshCell.getURI()) && property.equals(Terms.WITHIN)) {
      return column.adjusted(
          Target.text(target.meaning(), City.meshCode.getURI(), Optional.empty()));
    }
    if (is(City.Station.getURI()) && isOwnId(column, link, property)) {
      return column.adjusted(
          Target.text(target.meaning(), City.stationCode.getURI(), Optional.empty()));
    }
    if (is(City.RailwayLine.getURI()) && property.equals(City.lineName.getURI())) {
      return column.adjusted(Target.text(target.meaning(), Terms.LABEL, target.language()));
    }
    if (target.form() == Form.DAY) {
      return column.adjusted(
          Target.value(target.meaning(), Terms.DATE, Terms.XSD + "date")
              .through("date", List.of()));
    }
    boolean docks = is(City.BicycleSharePort.getURI()) || is(City.ChargingStation.getURI());
    if (property.equals(City.dockCount.getURI()) && !docks) {
      return column.adjusted(
          column.reference().equals("capacity") ? target.with(City.capacity.getURI()) : target);
    }
    return column;
  }

  private Target observed(ProposedColumn column, Target target, String link, String property) {
    boolean feature =
        link.equals(Terms.MUNICIPALITY_LINK)
            || property.equals(Terms.WITHIN)
            || property.equals(City.atFacility.getURI());
    if (feature) {
      return target.with(Terms.FEATURE);
    }
    if (is(City.TrafficObservation.getURI()) && property.equals(City.dockCount.getURI())) {
      return target.with(City.vehicleCount.getURI());
    }
    if (is(City.PeopleFlowObservation.getURI()) && property.equals(City.population.getURI())) {
      return target.with(City.stayPopulation.getURI());
    }
    boolean only =
        target.form() == Form.NEUTRAL
            && column.kind().isNumber()
            && columns.stream()
                    .filter(c -> c.target().form() == Form.NEUTRAL && c.kind().isNumber())
                    .count()
                == 1
            && columns.stream().noneMatch(Context::isMeasure);
    if (only) {
      String datatype = column.kind() == ValueKind.DECIMAL ? "decimal" : "integer";
      Target result = Target.value(target.meaning(), Terms.RESULT, Terms.XSD + datatype);
      return column.kind() == ValueKind.NUMBER_IN_TEXT
          ? result.through("number", List.of())
          : result;
    }
    return target;
  }

  private static boolean isMeasure(ProposedColumn column) {
    Target target = column.target();
    return target.form() == Form.LITERAL
        && target
            .datatype()
            .filter(d -> d.endsWith("integer") || d.endsWith("decimal"))
            .isPresent();
  }

  private boolean is(String iri) {
    return rowClass.equals(iri);
  }

  private static boolean isMunicipalityName(ProposedColumn column) {
    return column.target().form() == Form.NOTHING
        && column.target().meaning().en().equals(Lexicon.own("municipality_name").title().en());
  }

  private static boolean isOwnId(ProposedColumn column, String link, String property) {
    return link.equals("id/station/{}")
        || (property.equals(Terms.IDENTIFIER) && column.reference().equalsIgnoreCase("id"));
  }
}
