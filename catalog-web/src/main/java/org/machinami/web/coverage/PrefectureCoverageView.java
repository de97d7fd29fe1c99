package org.machinami.web.coverage;

import java.util.List;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.page.View;

/**
 * What there is on a whole prefecture, in the fields that have anything.
 *
 * @param code two digits
 */
public record PrefectureCoverageView(
    Graph description, String code, Text name, List<MunicipalityCoverageView.FieldCoverage> fields)
    implements View {
  public PrefectureCoverageView {
    Objects.requireNonNull(description, "description");
    fields = List.copyOf(fields);
  }

  @Override
  public String template() {
    return "prefecture.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("coverage.prefecture", name.value());
  }

  @Override
  public String section() {
    return "coverage";
  }
}
