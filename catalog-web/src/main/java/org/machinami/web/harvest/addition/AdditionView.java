package org.machinami.web.harvest.addition;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * What there is to give back about a dataset, field by field.
 *
 * @param foreign its IRI at the source
 * @param site address of the source
 * @param kept whether its record is kept as the source gave it
 * @param written when the source has changed the record last, as it says it
 * @param body of the call, to be read
 */
public record AdditionView(
    Who who,
    String source,
    String dataset,
    Text name,
    String foreign,
    String site,
    boolean kept,
    String written,
    List<Addition> additions,
    String body)
    implements DeskView {
  public AdditionView {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(name, "name");
    additions = List.copyOf(additions);
  }

  @Override
  public String template() {
    return "addition.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("addition.title", name.value());
  }

  /** The kinds that there are additions of, in their order. */
  public List<Addition.Kind> kinds() {
    return Arrays.stream(Addition.Kind.values()).filter(kind -> !of(kind).isEmpty()).toList();
  }

  public List<Addition> of(Addition.Kind kind) {
    return additions.stream().filter(addition -> addition.kind() == kind).toList();
  }

  /** The name of the file of the call. */
  public String file() {
    return AdditionResource.file(dataset);
  }
}
