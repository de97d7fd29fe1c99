package org.machinami.web.steward.link;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.machinami.web.account.DeskView;
import org.machinami.web.account.Who;
import org.machinami.web.language.Messages;
import org.machinami.web.language.Text;

/**
 * Questions on links.
 *
 * @param total of all questions to this steward
 * @param asked the first of them
 * @param notice key of what was done
 */
public record LinkQuestionsView(Who who, int total, List<Asked> asked, Optional<String> notice)
    implements DeskView {
  public LinkQuestionsView {
    Objects.requireNonNull(who, "who");
    asked = List.copyOf(asked);
    Objects.requireNonNull(notice, "notice");
  }

  /** A thing, and what it may be. */
  public record Asked(Thing thing, List<Candidate> candidates) {
    public Asked {
      candidates = List.copyOf(candidates);
    }

    /** Whether another candidate looks just like one, so that what they are called does not do. */
    public boolean hasTwin(Candidate one) {
      return candidates.stream()
              .filter(other -> other.thing().label().equals(one.thing().label()))
              .filter(other -> other.thing().dataset().equals(one.thing().dataset()))
              .count()
          > 1;
    }
  }

  /**
   * A thing of a dataset.
   *
   * @param dataset title of the dataset
   */
  public record Thing(String iri, String label, Text dataset) {
    /** The end of its IRI, which no other thing of its kind has. */
    public String key() {
      return iri.substring(iri.lastIndexOf('/') + 1);
    }
  }

  /**
   * What it may be.
   *
   * @param percent how sure
   * @param method how it was found
   * @param metres between both, as a number with its separators; empty when a place is not known
   */
  public record Candidate(Thing thing, int percent, String method, String metres) {}

  @Override
  public String template() {
    return "steward-links.jte";
  }

  @Override
  public String title(Messages messages) {
    return messages.text("links.title");
  }
}
