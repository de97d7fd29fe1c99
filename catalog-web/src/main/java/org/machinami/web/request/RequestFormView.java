package org.machinami.web.request;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.machinami.web.dataset.DatasetCard;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.page.View;

/**
 * The form.
 *
 * @param draft what is in it
 * @param mistakes message keys of what is wrong, by field
 * @param notice message key of why it was not sent, apart from single fields
 * @param about title of the dataset that it is about
 * @param similarDatasets that may be what is wanted
 * @param similarRequests that may be the same
 * @param moderated whether the request is looked at before it is shown
 */
public record RequestFormView(
    RequestDraft draft,
    Map<String, String> mistakes,
    Optional<String> notice,
    Optional<Text> about,
    List<RequestListView.Option> fields,
    List<RequestListView.Option> municipalities,
    List<DatasetCard> similarDatasets,
    List<RequestCard> similarRequests,
    boolean moderated,
    String token)
    implements View {
  public RequestFormView {
    Objects.requireNonNull(draft, "draft");
    mistakes = Collections.unmodifiableMap(new LinkedHashMap<>(mistakes)); // in their order
    Objects.requireNonNull(notice, "notice");
    Objects.requireNonNull(about, "about");
    fields = List.copyOf(fields);
    municipalities = List.copyOf(municipalities);
    similarDatasets = List.copyOf(similarDatasets);
    similarRequests = List.copyOf(similarRequests);
  }

  /** Message key of what is wrong with a field. */
  public Optional<String> mistake(String field) {
    return Optional.ofNullable(mistakes.get(field));
  }

  public boolean hasSimilar() {
    return !similarDatasets.isEmpty() || !similarRequests.isEmpty();
  }

  @Override
  public Graph description() {
    return Graph.emptyGraph;
  }

  @Override
  public String template() {
    return "request-form.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("request.new");
  }

  @Override
  public String section() {
    return "requests";
  }

  @Override
  public List<Representation> representations() {
    return List.of();
  }
}
