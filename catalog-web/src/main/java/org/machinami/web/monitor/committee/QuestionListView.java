package org.machinami.web.monitor.committee;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.monitor.FigureJson;
import org.machinami.web.monitor.FigureTable;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * The questions, for everybody.
 *
 * @param applied the commit up to which findings are counted
 * @param state message key of the one that the list is narrowed to, empty for none
 * @param publisher the organisation that the list is narrowed to
 * @param figures numbers by state and organisation
 * @param list the questions
 */
public record QuestionListView(
    long applied,
    String state,
    Optional<Text> publisher,
    List<FigureTable> figures,
    FigureTable list)
    implements View {
  public QuestionListView {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(publisher, "publisher");
    Objects.requireNonNull(list, "list");
    figures = List.copyOf(figures);
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "questions.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("question.title");
  }

  @Override
  public String section() {
    return "monitor";
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_FIGURES;
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return switch (representation) {
      case CSV -> list.csv();
      case JSON -> FigureJson.of(applied, list.rows().size(), 1, 1, list);
      default -> View.super.write(representation, messages);
    };
  }
}
