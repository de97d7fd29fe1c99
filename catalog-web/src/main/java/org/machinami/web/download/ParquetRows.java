package org.machinami.web.download;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.jena.graph.Node;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.machinami.web.rows.Kind;

/** Takes rows apart for Parquet. Not thread-safe. */
final class ParquetRows extends WriteSupport<ParquetRows.Row> {
  /** A row, as {@link org.machinami.web.rows.RowStream.Sink} has it. */
  record Row(String thing, List<List<Node>> values, List<String> places) {}

  private final List<ParquetField> fields;
  private final Map<String, String> notes;
  private RecordConsumer out;

  /**
   * @param notes metadata of the file
   */
  ParquetRows(List<ParquetField> fields, Map<String, String> notes) {
    this.fields = List.copyOf(fields);
    this.notes = Map.copyOf(notes);
  }

  /** The schema of rows with these columns. */
  static MessageType schema(List<ParquetField> fields) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    schema.addField(
        Types.required(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named(ParquetTyping.IRI));
    fields.forEach(field -> schema.addField(field.schema()));
    return schema.named("row");
  }

  @Override
  @Deprecated
  public WriteContext init(Configuration configuration) {
    throw new UnsupportedOperationException("Nothing here is configured by Hadoop");
  }

  @Override
  public WriteContext init(ParquetConfiguration configuration) {
    return new WriteContext(schema(fields), notes);
  }

  @Override
  public void prepareForWrite(RecordConsumer consumer) {
    out = consumer;
  }

  @Override
  public void write(Row row) {
    out.startMessage();
    out.startField(ParquetTyping.IRI, 0);
    out.addBinary(Binary.fromString(row.thing()));
    out.endField(ParquetTyping.IRI, 0);
    for (int i = 0; i < fields.size(); i++) {
      field(fields.get(i), i + 1, row);
    }
    out.endMessage();
  }

  private void field(ParquetField field, int at, Row row) {
    if (field.of().kind() == Kind.PLACE) {
      if (!row.places().isEmpty()) {
        out.startField(field.name(), at);
        place(field, MachineCsv.geometry(row.places()));
        out.endField(field.name(), at);
      }
      return;
    }
    List<Node> values =
        row.values().get(field.column()).stream()
            .filter(n -> MachineCsv.tag(n).equals(field.tag()))
            .toList();
    if (values.isEmpty()) {
      return; // no value is null, also in a column of lists
    }
    out.startField(field.name(), at);
    if (field.several()) {
      list(field, values);
    } else {
      value(field, MachineCsv.text(values.get(0)));
    }
    out.endField(field.name(), at);
  }

  private void list(ParquetField field, List<Node> values) {
    out.startGroup();
    out.startField(ParquetField.LIST, 0);
    for (Node value : values) {
      out.startGroup();
      out.startField(ParquetField.ELEMENT, 0);
      value(field, MachineCsv.text(value));
      out.endField(ParquetField.ELEMENT, 0);
      out.endGroup();
    }
    out.endField(ParquetField.LIST, 0);
    out.endGroup();
  }

  private void place(ParquetField field, String text) {
    out.addBinary(
        field.type() == ParquetType.GEOMETRY
            ? Binary.fromConstantByteArray(ParquetGeometry.bytes(text))
            : Binary.fromString(text));
  }

  private void value(ParquetField field, String text) {
    switch (field.type()) {
      case INTEGER -> out.addLong(ParquetValues.integer(text));
      case DECIMAL -> {
        var number = ParquetValues.unscaled(text, field.scale());
        if (field.isWide()) {
          out.addBinary(Binary.fromConstantByteArray(ParquetValues.wide(number)));
        } else if (field.isNarrow()) {
          out.addInteger(number.intValueExact());
        } else {
          out.addLong(number.longValueExact());
        }
      }
      case DOUBLE -> out.addDouble(ParquetValues.number(text));
      case BOOLEAN -> out.addBoolean(ParquetValues.truth(text));
      case DATE -> out.addInteger(ParquetValues.day(text));
      case INSTANT -> out.addLong(ParquetValues.instant(text));
      case LOCAL -> out.addLong(ParquetValues.local(text));
      case TEXT -> out.addBinary(Binary.fromString(text));
      case GEOMETRY -> throw new IllegalStateException("A place among the values: " + field);
    }
  }
}
