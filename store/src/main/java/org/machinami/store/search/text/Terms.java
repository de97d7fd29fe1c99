package org.machinami.store.search.text;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.util.ArrayUtil;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;

/** A text cut into terms, which can be indexed as often as wanted. Immutable. */
public final class Terms {
  private final byte[] bytes;
  private final int[] ends;
  private final int[] steps;
  private final int rest;

  private Terms(Builder builder) {
    this.bytes = Arrays.copyOf(builder.bytes, builder.end());
    this.ends = Arrays.copyOf(builder.ends, builder.size);
    this.steps = Arrays.copyOf(builder.steps, builder.size);
    this.rest = builder.rest;
  }

  /** How many terms. */
  public int size() {
    return ends.length;
  }

  /** How many of them are no sounds. */
  public int words() {
    int words = 0;
    for (int i = 0; i < ends.length; i++) {
      if (!isSound(i)) {
        words++;
      }
    }
    return words;
  }

  private int start(int term) {
    return term == 0 ? 0 : ends[term - 1];
  }

  private boolean isSound(int term) {
    int start = start(term);
    return start < ends[term] && Sounds.isSound(bytes[start]);
  }

  /**
   * The terms with their positions.
   *
   * @param last stream that a method of this class returned before, to be used again; or any other,
   *     or null
   */
  public TokenStream stream(TokenStream last) {
    return Replay.of(last, this, 1, true, 0);
  }

  /**
   * The terms, each as if it stood there several times.
   *
   * @param last as in {@link #stream}
   * @param times at least 1
   */
  public TokenStream repeated(TokenStream last, int times) {
    return Replay.of(last, this, times, true, 0);
  }

  /**
   * The words with their positions, without the sounds.
   *
   * @param last as in {@link #stream}
   * @param gap positions between the text before and this one
   */
  public TokenStream words(TokenStream last, int gap) {
    return Replay.of(last, this, 1, false, gap);
  }

  /** Collects terms in their order. */
  static final class Builder {
    private byte[] bytes = new byte[128];
    private int[] ends = new int[16];
    private int[] steps = new int[16];
    private int size;
    private int rest;

    /**
     * Adds a term.
     *
     * @param step how many positions it stands behind the last one
     */
    void add(CharSequence term, int step) {
      int from = end();
      bytes = ArrayUtil.grow(bytes, from + UnicodeUtil.maxUTF8Length(term.length()));
      ends = ArrayUtil.grow(ends, size + 1);
      steps = ArrayUtil.grow(steps, size + 1);
      ends[size] = UnicodeUtil.UTF16toUTF8(term, 0, term.length(), bytes, from);
      steps[size] = step;
      size++;
    }

    /**
     * All that were added.
     *
     * @param behind how many positions the text goes on behind the last one
     */
    Terms build(int behind) {
      rest = behind;
      return new Terms(this);
    }

    private int end() {
      return size == 0 ? 0 : ends[size - 1];
    }
  }

  private static final class Replay extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final TermFrequencyAttribute frequency = addAttribute(TermFrequencyAttribute.class);
    private final BytesRef slice = new BytesRef();
    private Terms terms;
    private boolean withSounds;
    private int gap;
    private int next;
    private int skipped;

    static Replay of(TokenStream last, Terms terms, int times, boolean withSounds, int gap) {
      Replay replay = last instanceof Replay used ? used : new Replay();
      replay.terms = terms;
      replay.frequency.setTermFrequency(times);
      replay.withSounds = withSounds;
      replay.gap = gap;
      return replay;
    }

    @Override
    public boolean incrementToken() {
      while (!withSounds && next < terms.ends.length && terms.isSound(next)) {
        skipped += terms.steps[next++];
      }
      if (next == terms.ends.length) {
        return false;
      }
      slice.bytes = terms.bytes;
      slice.offset = terms.start(next);
      slice.length = terms.ends[next] - slice.offset;
      term.setBytesRef(slice);
      step.setPositionIncrement(skipped + terms.steps[next]);
      skipped = 0;
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
      skipped = gap;
    }

    @Override
    public void end() {
      step.setPositionIncrement(skipped + terms.rest);
    }
  }
}
