package org.machinami.web.monitor.whatif;

/** What has become of a run. */
enum WhatIfState {
  RUNNING("whatif.state.running", ""),
  DONE("whatif.state.done", ""),
  CANCELLED("whatif.state.cancelled", "whatif.state.cancelled.what"),
  /** A rule of the draft took too long. */
  TOO_SLOW("whatif.state.too-slow", "whatif.state.too-slow.what"),
  /** The process ended with an error, as when a rule takes all memory. */
  FAILED("whatif.state.failed", "whatif.state.failed.what"),
  /** The server was stopped meanwhile. */
  INTERRUPTED("whatif.state.interrupted", "whatif.state.interrupted.what");

  private final String key;
  private final String whatKey;

  WhatIfState(String key, String whatKey) {
    this.key = key;
    this.whatKey = whatKey;
  }

  /** The message that says what it means and what to do; empty where that needs no words. */
  String whatKey() {
    return whatKey;
  }

  /** The message that names it. */
  String key() {
    return key;
  }
}
