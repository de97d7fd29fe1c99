package org.machinami.web.coverage;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.Value;
import org.machinami.web.page.View;

/**
 * What there is on a municipality, field by field.
 *
 * @param code five digits
 * @param prefecture of the municipality
 */
public record MunicipalityCoverageView(
    Graph description, String code, Text name, Text prefecture, List<FieldCoverage> fields)
    implements View {
  public MunicipalityCoverageView {
    Objects.requireNonNull(description, "description");
    fields = List.copyOf(fields);
  }

  /**
   * A field.
   *
   * @param datasets on the municipality
   * @param whole on the whole prefecture
   */
  public record FieldCoverage(CoverageView.Field field, List<Value> datasets, List<Value> whole) {
    public FieldCoverage {
      datasets = List.copyOf(datasets);
      whole = List.copyOf(whole);
    }
  }

  @Override
  public String template() {
    return "municipality.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("coverage.of", name.value());
  }

  @Override
  public String section() {
    return "coverage";
  }
}
