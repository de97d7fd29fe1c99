package org.machinami.loader.policy;

/** A run was ended before it was through. */
public final class WhatIfStopped extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WhatIfStopped() {
    super("the run was stopped");
  }
}
