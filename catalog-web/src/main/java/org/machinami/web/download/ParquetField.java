package org.machinami.web.download;

import java.util.Objects;
import java.util.Set;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.machinami.web.rows.Column;

/**
 * A column of a Parquet file: the values of a column of the table, in one language where they have
 * any.
 *
 * @param column where it stands among the columns of the table
 * @param tag the language; "" for values without one
 * @param name unique in the file
 * @param digits of the longest number, for {@link ParquetType#DECIMAL}
 * @param scale how many of these stand after the point
 * @param several whether a row has more than one value, so that it is a list
 * @param geometries the kinds of geometries, for {@link ParquetType#GEOMETRY}
 */
record ParquetField(
    int column,
    Column of,
    String tag,
    String name,
    ParquetType type,
    int digits,
    int scale,
    boolean several,
    Set<String> geometries) {
  /** The name within a list, by the standard. */
  static final String ELEMENT = "element";

  /** The name of what repeats within a list, by the standard. */
  static final String LIST = "list";

  /** Bytes of a number that 64 bits do not hold. */
  static final int WIDE = 16;

  ParquetField {
    Objects.requireNonNull(of, "of");
    Objects.requireNonNull(type, "type");
    if (type == ParquetType.DECIMAL && (digits < 1 || digits > ParquetType.MOST_DIGITS)) {
      throw new IllegalArgumentException("digits: " + digits);
    }
    if (scale < 0 || scale > Math.max(digits, 0)) {
      throw new IllegalArgumentException("scale: " + scale);
    }
  }

  /** Whether its numbers need {@value #WIDE} bytes. */
  boolean isWide() {
    return digits > ParquetType.LONG_DIGITS;
  }

  /** Whether its numbers need no more than four bytes. */
  boolean isNarrow() {
    return digits <= ParquetType.INT_DIGITS;
  }

  /** Its part of the schema. */
  Type schema() {
    return several
        ? Types.optionalList().element(primitive(Type.Repetition.OPTIONAL, ELEMENT)).named(name)
        : primitive(Type.Repetition.OPTIONAL, name);
  }

  private PrimitiveType primitive(Type.Repetition repetition, String called) {
    return switch (type) {
      case INTEGER -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(called);
      case DECIMAL -> decimal(repetition).named(called);
      case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(called);
      case BOOLEAN -> Types.primitive(PrimitiveTypeName.BOOLEAN, repetition).named(called);
      case DATE ->
          Types.primitive(PrimitiveTypeName.INT32, repetition)
              .as(LogicalTypeAnnotation.dateType())
              .named(called);
      case INSTANT, LOCAL ->
          Types.primitive(PrimitiveTypeName.INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(type == ParquetType.INSTANT, TimeUnit.MICROS))
              .named(called);
      case TEXT ->
          Types.primitive(PrimitiveTypeName.BINARY, repetition)
              .as(LogicalTypeAnnotation.stringType())
              .named(called);
      case GEOMETRY -> Types.primitive(PrimitiveTypeName.BINARY, repetition).named(called);
    };
  }

  /** In as few bytes as the digits need: Parquet warns of more. */
  private Types.PrimitiveBuilder<PrimitiveType> decimal(Type.Repetition repetition) {
    LogicalTypeAnnotation decimal = LogicalTypeAnnotation.decimalType(scale, digits);
    if (isWide()) {
      return Types.primitive(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, repetition)
          .length(WIDE)
          .as(decimal);
    }
    PrimitiveTypeName name = isNarrow() ? PrimitiveTypeName.INT32 : PrimitiveTypeName.INT64;
    return Types.primitive(name, repetition).as(decimal);
  }
}
