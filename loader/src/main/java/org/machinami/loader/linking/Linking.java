package org.machinami.loader.linking;

import java.util.List;

/**
 * What came of linking.
 *
 * @param links that are sure, by kind, dataset and IRI
 * @param questions for people
 * @param skippedBlocks how many names, codes or places had too many things to compare
 */
public record Linking(List<Link> links, List<Question> questions, int skippedBlocks) {
  public Linking {
    links = List.copyOf(links);
    questions = List.copyOf(questions);
  }
}
