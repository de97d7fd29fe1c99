package org.machinami.web.version;

import java.util.List;

/**
 * What changed between two versions.
 *
 * @param shown the first things, in the order of their IRIs
 * @param added how many things came
 * @param removed how many went
 * @param changed how many stayed and have other values
 * @param whole whether the difference was read to its end; else there are more of each
 */
public record Changes(
    List<ThingChange> shown, long added, long removed, long changed, boolean whole) {
  public Changes {
    shown = List.copyOf(shown);
  }
}
