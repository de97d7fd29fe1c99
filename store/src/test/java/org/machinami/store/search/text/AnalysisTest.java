package org.machinami.store.search.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.machinami.store.search.text.Analysis.Cut;

final class AnalysisTest {
  private final Analysis analysis = new Analysis();

  @AfterEach
  void close() {
    analysis.close();
  }

  /** Each term behind its position; at the end, how far the text goes on. */
  private static List<String> read(TokenStream stream) throws IOException {
    List<String> terms = new ArrayList<>();
    TermToBytesRefAttribute term = stream.getAttribute(TermToBytesRefAttribute.class);
    PositionIncrementAttribute step = stream.getAttribute(PositionIncrementAttribute.class);
    int position = -1;
    stream.reset();
    while (stream.incrementToken()) {
      position += step.getPositionIncrement();
      String text = term.getBytesRef().utf8ToString();
      terms.add(position + " " + text.replace(Sounds.READ, '<').replace(Sounds.WRITTEN, '>'));
    }
    stream.end();
    terms.add("+" + step.getPositionIncrement());
    stream.close();
    return terms;
  }

  @Test
  void aJapaneseName_hasItsWords_andTheirSounds_aloneAndTogether() throws IOException {
    Terms terms = analysis.name("新宿駅のトイレ", Cut.JAPANESE).terms();
    assertEquals(
        List.of(
            "0 新宿",
            "0 <shinjuku",
            "1 駅",
            "1 <eki",
            "1 <shinjukueki",
            "3 トイレ",
            "3 <toire",
            "3 >toire",
            "+0"),
        read(terms.stream(null)));
  }

  @Test
  void anEnglishName_hasItsStems_andWhatCanBeReadAsRomaji() throws IOException {
    Terms terms = analysis.name("Parks of Hibiya", Cut.ENGLISH).terms();
    assertEquals(List.of("0 park", "2 hibiya", "2 >hibiya", "+0"), read(terms.stream(null)));
  }

  @Test
  void wordsThatAreNoTerms_count_alsoAtTheEnd() throws IOException {
    assertEquals(
        List.of("0 list", "3 park", "+2"),
        read(analysis.terms("list of the parks of the", Cut.ENGLISH).stream(null)));
  }

  @Test
  void aNameWithoutWords_isHeardFromItsFirstPosition() throws IOException {
    assertEquals(
        List.of("0 >kara", "+1"), read(analysis.name("から", Cut.JAPANESE).terms().stream(null)));
  }

  @Test
  void terms_areReadAgain_fromAStreamThatWasUsed() throws IOException {
    Terms first = analysis.terms("公園の一覧", Cut.PAIRS);
    Terms second = analysis.terms("図書館", Cut.PAIRS);
    TokenStream stream = first.stream(null);
    List<String> once = read(stream);
    assertEquals(List.of("0 図書", "1 書館", "+0"), read(second.stream(stream)));
    assertEquals(once, read(first.stream(stream)));
    assertEquals(List.of("0 公園", "1 園の", "2 の一", "3 一覧", "+0"), once);
  }
}
