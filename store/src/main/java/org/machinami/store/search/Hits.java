package org.machinami.store.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;

/**
 * What the list shows of a dataset, as bytes of its document. They are a doc value and no stored
 * field, because stored fields are compressed with those of their neighbours: to read twenty of
 * them cost more than to find them.
 */
final class Hits {
  /** Length of a shown description in characters. */
  static final int LONGEST_DESCRIPTION = 500;

  private static final int MOST_PLACES = 100;
  private static final Set<String> STORED = Set.of(Fields.LONG_SHOWN);

  /** Lucene takes no longer doc values; what is longer is stored. */
  private static final int LONGEST_DOC_VALUE = 32_766;

  /** In this order. No list shows the keywords of a dataset, which may be thousands. */
  private static final List<Facet> FACETS = List.copyOf(Facet.COUNTED);

  private Hits() {}

  /**
   * Adds to a document what is shown.
   *
   * @param extents rectangles that its data are about
   * @param places IRIs of things that it names instead; the first are kept
   */
  static void add(
      Document document, Description dataset, List<Box> extents, Collection<String> places) {
    BytesRef bytes = bytes(dataset, extents, places);
    document.add(
        bytes.length <= LONGEST_DOC_VALUE
            ? new BinaryDocValuesField(Fields.SHOWN, bytes)
            : new StoredField(Fields.LONG_SHOWN, bytes));
  }

  private static BytesRef bytes(Description dataset, List<Box> extents, Collection<String> places) {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    try {
      out.writeString(dataset.id());
      out.writeString(dataset.iri());
      write(out, dataset.titles());
      write(
          out, dataset.descriptions().stream().map(d -> d.shortened(LONGEST_DESCRIPTION)).toList());
      write(out, dataset.publisherNames());
      for (Facet facet : FACETS) {
        Set<String> values = dataset.facets().getOrDefault(facet, Set.of());
        writeTexts(out, values.stream().filter(Documents::isTerm).toList());
      }
      write(out, dataset.modified());
      write(out, dataset.issued());
      out.writeVInt(extents.size());
      for (Box box : extents) {
        for (double degrees : List.of(box.west(), box.south(), box.east(), box.north())) {
          out.writeLong(Double.doubleToLongBits(degrees));
        }
      }
      writeTexts(out, places.stream().filter(Documents::isTerm).limit(MOST_PLACES).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // there is no medium that could fail
    }
    return new BytesRef(out.toArrayCopy());
  }

  private static void write(DataOutput out, List<Literal> literals) throws IOException {
    out.writeVInt(literals.size());
    for (Literal literal : literals) {
      out.writeString(literal.tag());
      out.writeString(literal.value());
    }
  }

  private static void writeTexts(DataOutput out, List<String> texts) throws IOException {
    out.writeVInt(texts.size());
    for (String text : texts) {
      out.writeString(text);
    }
  }

  private static void write(DataOutput out, Optional<LocalDate> day) throws IOException {
    out.writeByte((byte) (day.isPresent() ? 1 : 0));
    if (day.isPresent()) {
      out.writeZLong(day.get().toEpochDay());
    }
  }

  /**
   * Reads a hit.
   *
   * @param document of a dataset
   * @param places where things are that a dataset only names
   */
  static Hit read(IndexReader reader, int document, PlaceExtents places) throws IOException {
    Input in = shown(reader, document);
    return new Hit(
        in.text(),
        in.text(),
        literals(in),
        literals(in),
        literals(in),
        facets(in),
        day(in),
        day(in),
        extents(in, places));
  }

  private static Input shown(IndexReader reader, int document) throws IOException {
    List<LeafReaderContext> leaves = reader.leaves();
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
    BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.SHOWN);
    BytesRef bytes =
        values.advanceExact(document - leaf.docBase)
            ? values.binaryValue()
            : reader.storedFields().document(document, STORED).getBinaryValue(Fields.LONG_SHOWN);
    Objects.requireNonNull(bytes, Fields.SHOWN);
    return new Input(bytes, new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length));
  }

  /** Bytes, and how far they are read. Texts are decoded where they lie. */
  private record Input(BytesRef bytes, ByteArrayDataInput numbers) {
    int size() {
      return numbers.readVInt();
    }

    String text() {
      int length = numbers.readVInt();
      String text = new String(bytes.bytes, numbers.getPosition(), length, StandardCharsets.UTF_8);
      numbers.skipBytes(length);
      return text;
    }
  }

  private static List<Literal> literals(Input in) {
    int size = in.size();
    List<Literal> literals = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      String tag = in.text();
      literals.add(new Literal(in.text(), tag));
    }
    return literals;
  }

  private static List<String> texts(Input in) {
    int size = in.size();
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(in.text());
    }
    return texts;
  }

  private static Map<Facet, List<String>> facets(Input in) {
    Map<Facet, List<String>> facets = new EnumMap<>(Facet.class);
    for (Facet facet : FACETS) {
      List<String> values = texts(in);
      if (!values.isEmpty()) {
        facets.put(facet, values);
      }
    }
    return facets;
  }

  private static Optional<LocalDate> day(Input in) throws IOException {
    return in.numbers().readByte() == 0
        ? Optional.empty()
        : Optional.of(LocalDate.ofEpochDay(in.numbers().readZLong()));
  }

  private static List<Box> extents(Input in, PlaceExtents places) {
    int size = in.size();
    List<Box> own = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      own.add(new Box(degrees(in), degrees(in), degrees(in), degrees(in)));
    }
    List<String> named = texts(in);
    return own.isEmpty() ? places.around(named).stream().toList() : own;
  }

  private static double degrees(Input in) {
    return Double.longBitsToDouble(in.numbers().readLong());
  }
}
