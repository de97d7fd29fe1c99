package org.machinami.web.cli;

import org.machinami.loader.policy.WhatIfReport;

/** A form in which the report on a draft is written. */
enum WhatIfFormat {
  TEXT,
  HTML,
  CSV,
  JSON;

  byte[] write(WhatIfText text, WhatIfReport report) {
    return switch (this) {
      case TEXT -> text.plain(report);
      case HTML -> text.html(report);
      case CSV -> text.csv(report);
      case JSON -> text.json(report);
    };
  }
}
