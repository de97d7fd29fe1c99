package org.machinami.web.config;

import java.util.Objects;
import org.machinami.loader.egress.EgressLimits;

/**
 * What a steward may send.
 *
 * @param uploadBytes most at once
 * @param egress for what is fetched from an address
 */
public record StewardSettings(long uploadBytes, EgressLimits egress) {
  public StewardSettings {
    Objects.requireNonNull(egress, "egress");
  }
}
