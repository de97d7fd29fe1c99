package org.machinami.loader.shapefile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.coordinates.ReferenceSystem;
import org.machinami.loader.coordinates.SystemText;
import org.machinami.loader.shapefile.LittleEndian.CutException;
import org.machinami.loader.shapefile.ShapeText.BrokenShapeException;
import org.machinami.loader.source.RecordRows;
import org.machinami.loader.source.RowHandler;
import org.machinami.loader.source.SourceContent;
import org.machinami.loader.source.SourceFinding;
import org.machinami.loader.source.SourceInspector;
import org.machinami.loader.source.SourceLimits;

/** The files of one shapefile, read side by side. */
final class ShapeFile {

  private static final int HEADER = 100;
  private static final int FILE_CODE = 9994;
  private static final int VERSION = 1000;
  private static final int LONGEST_TEXT = 1 << 16;

  private final SourceContent shapes;
  private final String name;
  private final Optional<Charset> encoding;
  private final Optional<ReferenceSystem> declared;
  private final SourceLimits limits;

  ShapeFile(
      SourceContent shapes,
      Optional<Charset> encoding,
      Optional<ReferenceSystem> declared,
      SourceLimits limits) {
    this.shapes = shapes;
    this.name = shapes.name();
    this.encoding = encoding;
    this.declared = declared;
    this.limits = limits;
  }

  SourceFinding read(
      List<String> references, int extraSlots, RowHandler handler, SourceInspector inspector)
      throws IOException {
    InputStream in = new BufferedInputStream(shapes.bytes(), 1 << 16);
    ByteBuffer header = header(in);
    RecordRows rows = RecordRows.features(name, references, extraSlots, handler, inspector);
    Optional<InputStream> table = beside(".dbf");
    if (table.isEmpty()) {
      throw new LoadException(Fault.DATA, "shapefile.no-table", name, companion(".dbf"));
    }
    try (InputStream dbf = table.get()) {
      Attributes attributes = attributes(dbf);
      ShapeText text = new ShapeText(system(header));
      long bytes = 2L * (header.order(ByteOrder.BIG_ENDIAN).getInt(24) & 0xFFFFFFFFL) - HEADER;
      while (bytes > 0) {
        ByteBuffer record = record(in, bytes, rows.number());
        bytes -= record.limit() + 8L;
        if (rows.number() == attributes.records()) {
          throw counts(rows.number() + 1, attributes);
        }
        add(rows, attributes, text, record);
      }
      if (rows.number() != attributes.records()) {
        throw counts(rows.number(), attributes);
      }
      return rows.finding(attributes.charset().name(), attributes.how());
    }
  }

  private ByteBuffer header(InputStream in) throws IOException {
    try {
      ByteBuffer header = LittleEndian.read(in, HEADER);
      if (header.getInt(28) == VERSION
          && header.order(ByteOrder.BIG_ENDIAN).getInt(0) == FILE_CODE) {
        return header.order(ByteOrder.LITTLE_ENDIAN);
      }
    } catch (CutException e) {
      // is none, as said below
    }
    throw new LoadException(Fault.DATA, "shapefile.no-shapefile", name);
  }

  private Attributes attributes(InputStream dbf) throws IOException {
    Optional<Charset> stated = encoding;
    if (stated.isEmpty()) {
      Optional<String> page = text(".cpg").filter(text -> !text.isBlank());
      stated = page.flatMap(CodePage::of);
      if (page.isPresent() && stated.isEmpty()) {
        throw new LoadException(
            Fault.DATA, "shapefile.code-page", companion(".cpg"), page.get().strip());
      }
    }
    String file = companion(".dbf");
    try {
      return new Attributes(file, dbf, stated, limits.columns());
    } catch (CutException e) {
      throw new LoadException(Fault.DATA, e, "shapefile.cut", file, 0);
    }
  }

  /** What {@code .prj} says, else what the mapping says, else degrees if all of it may be. */
  private ReferenceSystem system(ByteBuffer header) throws IOException {
    Optional<String> text = text(".prj").filter(written -> !written.isBlank());
    if (text.isPresent()) {
      return SystemText.find(text.get())
          .or(() -> declared)
          .orElseThrow(
              () ->
                  new LoadException(
                      Fault.DATA,
                      "shapefile.system",
                      companion(".prj"),
                      SystemText.name(text.get()),
                      ReferenceSystem.KNOWN));
    }
    if (declared.isPresent()) {
      return declared.get();
    }
    boolean degrees =
        Math.abs(header.getDouble(36)) <= 180
            && Math.abs(header.getDouble(44)) <= 90
            && Math.abs(header.getDouble(52)) <= 180
            && Math.abs(header.getDouble(60)) <= 90;
    if (!degrees) {
      throw new LoadException(Fault.DATA, "shapefile.no-system", name, companion(".prj"));
    }
    return ReferenceSystem.CRS84;
  }

  private ByteBuffer record(InputStream in, long left, long number) throws IOException {
    try {
      ByteBuffer head = LittleEndian.read(in, 8).order(ByteOrder.BIG_ENDIAN);
      long length = 2L * (head.getInt(4) & 0xFFFFFFFFL);
      if (length > limits.rowCharacters()) {
        throw new LoadException(
            Fault.DATA, "source.row-length", name, number + 1, limits.rowCharacters());
      }
      if (length + 8 > left) {
        throw new CutException();
      }
      return LittleEndian.read(in, (int) length);
    } catch (CutException e) {
      throw new LoadException(Fault.DATA, e, "shapefile.cut", name, number);
    }
  }

  private static void add(RecordRows rows, Attributes attributes, ShapeText text, ByteBuffer record)
      throws IOException {
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    feature.put("id", rows.number() + 1);
    Optional<String> fault = attributes.next(feature.putObject("properties"));
    try {
      Optional<String> wkt = text.of(record);
      if (wkt.isPresent()) {
        String kind = wkt.get().substring(0, wkt.get().indexOf('('));
        feature.putObject("geometry").put("type", kind).put(RecordRows.WKT, wkt.get());
      }
    } catch (BrokenShapeException e) {
      fault = fault.or(() -> Optional.of(e.getMessage()));
    }
    if (fault.isPresent()) {
      rows.addFaulty(fault.get(), "");
    } else {
      rows.add(feature);
    }
  }

  private LoadException counts(long shapes, Attributes attributes) {
    return new LoadException(
        Fault.DATA, "shapefile.counts", name, shapes, companion(".dbf"), attributes.records());
  }

  private Optional<String> text(String ending) throws IOException {
    Optional<InputStream> found = beside(ending);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(new String(in.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8));
    }
  }

  private Optional<InputStream> beside(String ending) throws IOException {
    return shapes.beside(companion(ending));
  }

  private String companion(String ending) {
    String file = shapes.fileName();
    int dot = file.lastIndexOf('.');
    return (dot < 0 ? file : file.substring(0, dot)) + ending;
  }
}
