package org.machinami.web;

import java.util.List;

/**
 * The page families as JAX-RS singletons: resources, filters and exception mappers, to be
 * registered as they are.
 */
public final class Pages {
  private Pages() {}

  /** All of them, reading from the context. */
  public static List<Object> resources(PageContext context) {
    return List.of();
  }
}
