package org.machinami.store.search.text;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Puts the sound of each word beside it, and that of two or three neighbours together, so that
 * しんじゅくえき finds 新宿駅; behind the last word, the sounds that are given.
 */
final class SoundFilter extends TokenFilter {
  private static final int NEIGHBOURS = 3;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute position =
      addAttribute(PositionIncrementAttribute.class);
  private final OffsetAttribute place = addAttribute(OffsetAttribute.class);
  private final ReadingAttribute reading = getAttribute(ReadingAttribute.class);
  private final List<String> last = new ArrayList<>();
  private final List<String> pending = new ArrayList<>();
  private final Iterator<String> behind;
  private int from;
  private int to;
  private boolean any;

  /**
   * @param behind terms that follow the last word, at its position
   */
  SoundFilter(TokenStream in, Iterable<String> behind) {
    super(in);
    this.behind = behind.iterator();
  }

  @Override
  public boolean incrementToken() throws IOException {
    if (!pending.isEmpty()) {
      return put(pending.remove(pending.size() - 1));
    }
    if (input.incrementToken()) {
      any = true;
      from = place.startOffset();
      to = place.endOffset();
      if (reading != null) {
        sounds();
      }
      return true;
    }
    return behind.hasNext() && put(behind.next());
  }

  private void sounds() {
    String kana = reading.getReading();
    if (kana == null && Romaji.isKana(term)) {
      kana = term.toString();
    }
    if (position.getPositionIncrement() > 1 || kana == null) {
      last.clear();
    }
    if (kana == null) {
      return;
    }
    last.add(kana);
    if (last.size() > NEIGHBOURS) {
      last.remove(0);
    }
    String together = "";
    for (int i = last.size() - 1; i >= 0; i--) {
      together = last.get(i) + together;
      pending.add(Sounds.READ + Romaji.ofKana(together));
    }
  }

  private boolean put(String sound) {
    clearAttributes();
    term.setEmpty().append(sound);
    place.setOffset(from, to);
    position.setPositionIncrement(any ? 0 : 1);
    any = true;
    return true;
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    last.clear();
    pending.clear();
    from = 0;
    to = 0;
    any = false;
  }
}
