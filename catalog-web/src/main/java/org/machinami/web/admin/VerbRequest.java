package org.machinami.web.admin;

import java.util.List;

/**
 * A verb to be run in the server.
 *
 * @param arguments as on the command line, the verb first
 * @param directory absolute path that relative paths start from
 * @param language "ja" or "en"
 * @param columns width of the caller's terminal, 0 for none
 */
public record VerbRequest(List<String> arguments, String directory, String language, int columns) {
  public VerbRequest {
    arguments = List.copyOf(arguments);
  }
}
