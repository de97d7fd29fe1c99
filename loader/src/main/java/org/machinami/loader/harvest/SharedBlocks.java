package org.machinami.loader.harvest;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.machinami.store.ledger.Hash;

/**
 * Reads the blocks of a subject so that what many datasets share is gone through once. Documents
 * say of a publisher who he is beside each dataset of his: a thousand blocks that say the same, and
 * a thousand datasets that ask for them. Where a subject has many blocks, it is kept which of them
 * differ. Thread-safe.
 */
final class SharedBlocks {
  /** As many are read again and again without harm. */
  private static final int FEW = 16;

  private final Descriptions descriptions;
  private final Map<Key, List<Place>> known = new ConcurrentHashMap<>();

  SharedBlocks(Descriptions descriptions) {
    this.descriptions = descriptions;
  }

  /**
   * What is asked for.
   *
   * @param choice graph number, or another number of the caller's below it
   */
  private record Key(int subject, int choice) {}

  /** Where a block stands, without what it says. */
  record Place(long place, int graph, int number, Twins twins) {}

  /**
   * The blocks of a chain that are chosen, those that say the same once.
   *
   * @param choice names the choice: the same for a subject gives the same
   * @param last place of the newest block; below 0: there is none
   * @param previous the place of the block before one
   * @param chosen chooses by graph
   */
  List<Descriptions.Block> of(
      int subject,
      int choice,
      long last,
      ToLongFunction<Descriptions.Block> previous,
      UnaryOperator<List<Place>> chosen) {
    Key key = new Key(subject, choice);
    List<Place> places = known.get(key);
    if (places != null) {
      return blocks(places);
    }
    List<Descriptions.Block> few = new ArrayList<>(2);
    List<Place> all = new ArrayList<>(2);
    for (long at = last; at >= 0; ) {
      Descriptions.Block block = descriptions.block(at);
      all.add(new Place(at, block.graph(), block.number(), Twins.NONE));
      if (few.size() <= FEW) {
        few.add(block);
      }
      at = previous.applyAsLong(block);
    }
    if (few.size() <= FEW) {
      return few(few, chosen.apply(all));
    }
    List<Place> different = different(chosen.apply(all));
    known.put(key, different);
    return blocks(different);
  }

  private static List<Descriptions.Block> few(List<Descriptions.Block> blocks, List<Place> chosen) {
    if (chosen.size() == blocks.size()) {
      return blocks;
    }
    List<Descriptions.Block> some = new ArrayList<>(chosen.size());
    for (Descriptions.Block block : blocks) {
      if (chosen.stream().anyMatch(place -> place.place() == block.place())) {
        some.add(block);
      }
    }
    return some;
  }

  private List<Place> different(List<Place> places) {
    Map<ByteBuffer, List<Place>> byContent = new LinkedHashMap<>();
    for (Place place : places) {
      Descriptions.Block block = descriptions.block(place.place());
      MessageDigest sha = Hash.sha256();
      sha.update(block.bytes(), block.subjectEnd(), block.length() - block.subjectEnd());
      byContent
          .computeIfAbsent(ByteBuffer.wrap(sha.digest()), digest -> new ArrayList<>(1))
          .add(place);
    }
    List<Place> different = new ArrayList<>(byContent.size());
    for (List<Place> same : byContent.values()) {
      Place first = same.get(0);
      int[] others = same.stream().skip(1).mapToInt(Place::number).toArray();
      Twins twins = others.length == 0 ? Twins.NONE : new Twins(others);
      different.add(new Place(first.place(), first.graph(), first.number(), twins));
    }
    return List.copyOf(different);
  }

  private List<Descriptions.Block> blocks(List<Place> places) {
    Descriptions.Block[] blocks = new Descriptions.Block[places.size()];
    for (int k = 0; k < blocks.length; k++) {
      blocks[k] = descriptions.block(places.get(k).place()).with(places.get(k).twins());
    }
    return new ArrayList<>(Arrays.asList(blocks));
  }
}
