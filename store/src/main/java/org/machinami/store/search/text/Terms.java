package org.machinami.store.search.text;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
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

  /**
   * The terms with their positions.
   *
   * @param last stream that this method returned before, to be used again; or any other, or null
   */
  public TokenStream stream(TokenStream last) {
    Replay replay = last instanceof Replay used ? used : new Replay();
    replay.terms = this;
    return replay;
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
    private final BytesRef slice = new BytesRef();
    private Terms terms;
    private int next;

    @Override
    public boolean incrementToken() {
      if (next == terms.ends.length) {
        return false;
      }
      slice.bytes = terms.bytes;
      slice.offset = next == 0 ? 0 : terms.ends[next - 1];
      slice.length = terms.ends[next] - slice.offset;
      term.setBytesRef(slice);
      step.setPositionIncrement(terms.steps[next]);
      next++;
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }

    @Override
    public void end() {
      step.setPositionIncrement(terms.rest);
    }
  }
}
