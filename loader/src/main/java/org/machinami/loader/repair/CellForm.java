package org.machinami.loader.repair;

import java.util.Objects;
import org.machinami.shapes.RepairKind;

/** Another text for a cell, and what kind of change it is. */
public record CellForm(RepairKind kind, String text) {

  public CellForm {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
  }
}
