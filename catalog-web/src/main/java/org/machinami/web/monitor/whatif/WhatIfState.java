package org.machinami.web.monitor.whatif;

/** What has become of a run. */
enum WhatIfState {
  RUNNING("whatif.state.running"),
  DONE("whatif.state.done"),
  CANCELLED("whatif.state.cancelled"),
  /** A rule of the draft took too long. */
  TOO_SLOW("whatif.state.too-slow"),
  /** The process ended with an error, as when a rule takes all memory. */
  FAILED("whatif.state.failed"),
  /** The server was stopped meanwhile. */
  INTERRUPTED("whatif.state.interrupted");

  private final String key;

  WhatIfState(String key) {
    this.key = key;
  }

  /** The message that names it. */
  String key() {
    return key;
  }
}
