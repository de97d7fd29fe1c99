package org.machinami.web.dataset;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.machinami.web.language.Text;
import org.machinami.web.reach.LinkState;

/**
 * A distribution as the dataset page shows it.
 *
 * @param format name of the format in words, empty when unknown
 * @param badge its short name, such as "CSV", empty when unknown
 * @param bytes size where it is known
 * @param sha256 checksum in hexadecimal digits, empty when unknown
 * @param download where the file is, empty when there is none
 * @param access where one gets at it otherwise, empty when that is the same or unknown
 * @param licence name of its licence
 * @param note where it comes from or how it is, empty for none
 * @param reached what is known of its addresses on other servers, if anything is
 */
public record DistributionView(
    String anchor,
    Text title,
    Text format,
    String badge,
    OptionalLong bytes,
    String sha256,
    String download,
    String access,
    Text licence,
    Text note,
    Optional<LinkState> reached) {
  public DistributionView {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(reached, "reached");
  }

  /** Where it points to, if anywhere. */
  List<String> addresses() {
    return Stream.of(download, access).filter(address -> !address.isEmpty()).toList();
  }

  /** The same with what is known of its addresses; one that does not answer comes first. */
  DistributionView checked(Map<String, LinkState> known) {
    List<LinkState> states = addresses().stream().map(known::get).filter(Objects::nonNull).toList();
    return new DistributionView(
        anchor,
        title,
        format,
        badge,
        bytes,
        sha256,
        download,
        access,
        licence,
        note,
        states.stream()
            .filter(LinkState::isFailing)
            .findFirst()
            .or(() -> states.stream().findFirst())
            .filter(state -> state.isFailing() || state.answered().isPresent()));
  }
}
