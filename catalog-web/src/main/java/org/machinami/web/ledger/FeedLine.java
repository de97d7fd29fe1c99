package org.machinami.web.ledger;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;

/** A commit as a line of the feed: whole where all of it is public, else what is. */
final class FeedLine {
  private FeedLine() {}

  /**
   * The line with its newline, UTF-8.
   *
   * @param named whether anybody may know of a graph or file
   */
  static byte[] of(Commit commit, Predicate<String> named) {
    List<GraphChange> changes =
        commit.changes().stream().filter(change -> named.test(change.graph())).toList();
    if (changes.size() == commit.changes().size() && !changes.isEmpty()) {
      return commit.line();
    }
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("sequence", commit.sequence());
    line.put("time", time(commit));
    if (!changes.isEmpty()) {
      line.put("agent", commit.agent());
      line.put("activity", commit.activity());
      line.put("reason", commit.reason());
    }
    ArrayNode shown = line.putArray("changes");
    for (GraphChange change : changes) {
      shown
          .addObject()
          .put("graph", change.graph())
          .put("version", change.version().map(Hash::hex).orElse(null));
    }
    line.put("withheld", true);
    line.put("previous", commit.previous().hex());
    line.put("hash", commit.hash().hex());
    return (line + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** As whole lines write it. */
  private static String time(Commit commit) {
    String line = new String(commit.line(), StandardCharsets.UTF_8);
    int start = line.indexOf("\"time\":\"") + "\"time\":\"".length();
    return line.substring(start, line.indexOf('"', start));
  }
}
