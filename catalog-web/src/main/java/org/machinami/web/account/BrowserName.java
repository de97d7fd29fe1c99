package org.machinami.web.account;

import java.util.LinkedHashMap;
import java.util.Map;

/** What people call a browser, from what it calls itself. */
final class BrowserName {
  private static final Map<String, String> PROGRAMS = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    // In this order: most also say that they are the ones below.
    PROGRAMS.put("Edg/", "Edge");
    PROGRAMS.put("OPR/", "Opera");
    PROGRAMS.put("Firefox/", "Firefox");
    PROGRAMS.put("Chrome/", "Chrome");
    PROGRAMS.put("Safari/", "Safari");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS X", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private BrowserName() {}

  /** Program and system, as far as they are known; else the beginning of what it says. */
  static String of(String userAgent) {
    String program = first(PROGRAMS, userAgent);
    String system = first(SYSTEMS, userAgent);
    String name = (program + " " + system).strip();
    return name.isEmpty() ? userAgent.replaceFirst("[ (;].*", "") : name;
  }

  private static String first(Map<String, String> names, String userAgent) {
    return names.entrySet().stream()
        .filter(entry -> userAgent.contains(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
