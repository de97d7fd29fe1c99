package org.machinami.web.dataset;

import java.util.Objects;
import java.util.OptionalLong;
import org.machinami.web.language.Text;

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
    Text note) {
  public DistributionView {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(bytes, "bytes");
  }
}
