package org.machinami.loader.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** Values of a record as JSON: as they are meant, exactly. */
final class Values {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long JULIAN_EPOCH = 2_440_588;
  private static final int DEEPEST = 50;

  private Values() {}

  /** All fields of a group that have a value. */
  static ObjectNode object(Group group, int depth) {
    ObjectNode object = JSON.objectNode();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      JsonNode value = field(group, field, depth);
      if (!value.isMissingNode()) {
        object.set(type.getFieldName(field), value);
      }
    }
    return object;
  }

  private static JsonNode field(Group group, int field, int depth) {
    Type type = group.getType().getType(field);
    int count = group.getFieldRepetitionCount(field);
    if (count == 0 || depth > DEEPEST) {
      return MissingNode.getInstance();
    }
    if (!type.isRepetition(Type.Repetition.REPEATED)) {
      return value(group, type, field, 0, depth);
    }
    ArrayNode array = JSON.arrayNode();
    for (int i = 0; i < count; i++) {
      JsonNode value = value(group, type, field, i, depth);
      if (!value.isMissingNode()) {
        array.add(value);
      }
    }
    return array;
  }

  private static JsonNode value(Group group, Type type, int field, int index, int depth) {
    if (type.isPrimitive()) {
      return primitive(group, type.asPrimitiveType(), field, index);
    }
    Group inner = group.getGroup(field, index);
    return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        ? list(inner, depth)
        : object(inner, depth + 1);
  }

  /** A list by the standard: a repeated group of one field, or in older files a repeated value. */
  private static JsonNode list(Group group, int depth) {
    if (group.getType().getFieldCount() != 1) {
      return object(group, depth + 1);
    }
    JsonNode repeated = field(group, 0, depth + 1);
    Type element = group.getType().getType(0);
    boolean wrapped = !element.isPrimitive() && element.asGroupType().getFieldCount() == 1;
    if (!wrapped || !repeated.isArray()) {
      return repeated;
    }
    ArrayNode array = JSON.arrayNode();
    repeated.forEach(one -> one.forEach(array::add));
    return array;
  }

  private static JsonNode primitive(Group group, PrimitiveType type, int field, int index) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> JSON.booleanNode(group.getBoolean(field, index));
      case INT32 -> integer(group.getInteger(field, index), logical, 0xFFFFFFFFL);
      case INT64 -> integer(group.getLong(field, index), logical, -1);
      case FLOAT -> number(Float.toString(group.getFloat(field, index)));
      case DOUBLE -> number(Double.toString(group.getDouble(field, index)));
      case INT96 -> moment(group.getInt96(field, index));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> bytes(group.getBinary(field, index), logical);
    };
  }

  private static JsonNode integer(long value, LogicalTypeAnnotation logical, long mask) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return DecimalNode.valueOf(BigDecimal.valueOf(value, decimal.getScale()));
    }
    if (logical instanceof DateLogicalTypeAnnotation) {
      return JSON.textNode(LocalDate.ofEpochDay(value).toString());
    }
    if (logical instanceof TimestampLogicalTypeAnnotation time) {
      Instant instant = instant(value, time.getUnit());
      return JSON.textNode(
          time.isAdjustedToUTC()
              ? instant.toString()
              : text(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)));
    }
    if (logical instanceof TimeLogicalTypeAnnotation time) {
      long nanos = value * nanos(time.getUnit());
      return JSON.textNode(
          LocalTime.ofNanoOfDay(Math.floorMod(nanos, 86_400_000_000_000L)).toString());
    }
    if (logical instanceof IntLogicalTypeAnnotation whole && !whole.isSigned()) {
      return mask < 0
          ? JSON.numberNode(new BigInteger(Long.toUnsignedString(value)))
          : JSON.numberNode(value & mask);
    }
    return JSON.numberNode(value);
  }

  private static long nanos(TimeUnit unit) {
    return switch (unit) {
      case MILLIS -> 1_000_000;
      case MICROS -> 1_000;
      case NANOS -> 1;
    };
  }

  private static Instant instant(long value, TimeUnit unit) {
    long second = 1_000_000_000 / nanos(unit);
    return Instant.ofEpochSecond(
        Math.floorDiv(value, second), Math.floorMod(value, second) * nanos(unit));
  }

  /** With seconds, as dates and times of XML Schema have them. */
  private static String text(LocalDateTime time) {
    String text = time.toString();
    return text.length() == "2026-01-01T00:00".length() ? text + ":00" : text;
  }

  private static JsonNode number(String text) {
    return text.endsWith("N") || text.endsWith("y")
        ? MissingNode.getInstance()
        : DecimalNode.valueOf(new BigDecimal(text));
  }

  /** The timestamps of Impala and old Spark: nanoseconds of a day, and its Julian number. */
  private static JsonNode moment(Binary binary) {
    ByteBuffer bytes = ByteBuffer.wrap(binary.getBytes()).order(ByteOrder.LITTLE_ENDIAN);
    long nanos = bytes.getLong();
    long day = bytes.getInt() - JULIAN_EPOCH;
    return JSON.textNode(text(LocalDate.ofEpochDay(day).atStartOfDay().plusNanos(nanos)));
  }

  private static JsonNode bytes(Binary binary, LogicalTypeAnnotation logical) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return JSON.numberNode(new BigDecimal(new BigInteger(binary.getBytes()), decimal.getScale()));
    }
    if (logical instanceof UUIDLogicalTypeAnnotation) {
      ByteBuffer bytes = binary.toByteBuffer();
      return JSON.textNode(new UUID(bytes.getLong(), bytes.getLong()).toString());
    }
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(binary.toByteBuffer())
              .toString();
      return text.isEmpty() ? MissingNode.getInstance() : JSON.textNode(text);
    } catch (CharacterCodingException e) {
      return MissingNode.getInstance(); // bytes that are no text have no form here
    }
  }
}
