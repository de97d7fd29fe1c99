package org.machinami.web.request;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.Head;
import org.machinami.web.page.QueryString;
import org.machinami.web.page.View;

/**
 * A page of the list of requests.
 *
 * @param total number of requests that the filter leaves
 * @param page from 1
 * @param choices what can be narrowed by, in the order of the form
 * @param moderated whether a new request is looked at before it is shown
 * @param export writes the other forms
 */
public record RequestListView(
    List<RequestCard> requests,
    RequestFilter filter,
    long total,
    int page,
    int pages,
    List<Choice> choices,
    boolean moderated,
    RequestExport export)
    implements View {
  public RequestListView {
    requests = List.copyOf(requests);
    Objects.requireNonNull(filter, "filter");
    choices = List.copyOf(choices);
    Objects.requireNonNull(export, "export");
  }

  /**
   * A parameter of the address.
   *
   * @param key message that names it
   * @param options its values, the first one being "any"
   */
  public record Choice(String name, String key, List<Option> options) {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /** A value of a parameter. */
  public record Option(String id, Text name, boolean chosen) {}

  /** The same list at another page. */
  public String path(int page) {
    return path(filter.mostNeeded(), page);
  }

  /** The same list in an order, at its first page. */
  public String sorted(boolean mostNeeded) {
    return path(mostNeeded, 1);
  }

  private String path(boolean mostNeeded, int page) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("state", filter.state().map(RequestState::id).orElse(""));
    parameters.put("field", filter.field());
    parameters.put("municipality", filter.municipality());
    parameters.put("sort", mostNeeded ? "needed" : "");
    parameters.put("page", page == 1 ? "" : Integer.toString(page));
    return "requests" + QueryString.of(parameters);
  }

  /** Whether anything narrows it. */
  public boolean isNarrowed() {
    return !filter.field().isEmpty()
        || !filter.municipality().isEmpty()
        || filter.state().isPresent();
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "requests.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("requests.title");
  }

  @Override
  public String section() {
    return "requests";
  }

  @Override
  public Head head() {
    return new Head("", java.util.Optional.of("requests.atom"), java.util.Optional.empty());
  }

  @Override
  public List<Representation> representations() {
    return Representation.OF_RECORD_LISTS;
  }

  @Override
  public byte[] write(Representation representation, Messages messages) {
    return switch (representation) {
      case ATOM -> export.atom(requests, messages);
      case JSON -> export.json(this);
      default -> View.super.write(representation, messages);
    };
  }
}
