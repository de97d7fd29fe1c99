package org.machinami.web.dataset;

import java.util.List;
import org.machinami.web.language.Text;

/**
 * Another dataset that a reader of this one may want.
 *
 * @param reasons why, strongest first, in words
 */
public record RelatedDataset(String id, Text title, List<String> reasons) {
  public RelatedDataset {
    reasons = List.copyOf(reasons);
  }
}
