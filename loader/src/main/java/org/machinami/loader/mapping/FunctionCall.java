package org.machinami.loader.mapping;

import java.util.List;

/**
 * A function applied to references.
 *
 * @param function local name below {@code https://machinami.org/vocab/mapping#}
 * @param of references whose values go in
 * @param options constants, by the local name of their property
 */
record FunctionCall(String function, List<String> of, FunctionOptions options) {
  FunctionCall {
    of = List.copyOf(of);
  }
}
