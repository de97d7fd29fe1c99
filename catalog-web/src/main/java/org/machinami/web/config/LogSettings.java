package org.machinami.web.config;

/**
 * How the process logs (to standard error).
 *
 * @param json one JSON object a line instead of plain text
 * @param level error, warn, info or debug
 */
public record LogSettings(boolean json, String level) {}
