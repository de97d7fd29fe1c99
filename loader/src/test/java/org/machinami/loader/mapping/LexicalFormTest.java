package org.machinami.loader.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.apache.jena.datatypes.TypeMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexicalFormTest {

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

  @ParameterizedTest
  @CsvSource({
    "integer,007,7",
    "integer,+7,7",
    "integer,-0,0",
    "integer,' 12 ',12",
    "integer,123456789012345678901234567890,123456789012345678901234567890",
    "decimal,35.690000,35.69",
    "decimal,5.0,5",
    "decimal,.5,0.5",
    "decimal,-00.50,-0.5",
    "decimal,-0.0,0",
    "decimal,12,12",
    "decimal,5.,5",
    "double,10,10.0",
    "double,1e10,1.0E10",
    "double,INF,INF",
    "boolean,1,true",
    "boolean,FALSE,false",
    "date,2024-02-29,2024-02-29",
    "date,2024-02-29+09:00,2024-02-29+09:00",
    "dateTime,2023-01-01T00:00:00.500+00:00,2023-01-01T00:00:00.5Z",
    "dateTime,2023-01-01T00:00:00.000,2023-01-01T00:00:00",
    "time,09:05:00,09:05:00",
    "gYear,2023,2023",
    "gYearMonth,2023-04,2023-04",
    "duration,P1DT2H,P1DT2H",
    "string,' a ',' a '",
  })
  void write_value_hasOneForm(String type, String value, String expected) {
    assertEquals(expected, write(XSD + type, value));
    assertTrue(TypeMapper.getInstance().getSafeTypeByName(XSD + type).isValid(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "integer,1.0",
    "integer,''",
    "integer,１２",
    "integer,-",
    "nonNegativeInteger,-1",
    "decimal,'1,000'",
    "decimal,1e3",
    "decimal,.",
    "double,abc",
    "double,0x1p3",
    "boolean,yes",
    "date,2023-02-29",
    "date,2023/01/01",
    "date,2023-01-01Q",
    "dateTime,2023-01-01",
    "dateTime,2023-01-01T24:00:00",
    "dateTime,2023-01-01T00:00:00+25:00",
    "time,9:05",
    "gYear,23",
    "gYearMonth,2023-13",
    "duration,P",
    "anyURI,http://a b",
  })
  void write_noValueOfTheType_isRefused(String type, String value) {
    assertThrows(RowRefusal.class, () -> write(XSD + type, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POINT(139.7 35.6)",
        "POLYGON((0 0, 1 0, 1 1, 0 0))",
        "LINESTRING(-180 -90, 180.0 90.0)",
        "GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(1 2, 3 4))"
      })
  void write_geometry_staysAsItIs(String wkt) {
    assertEquals(wkt, write("http://www.opengis.net/ont/geosparql#wktLiteral", wkt));
  }

  @ParameterizedTest
  @CsvSource({
    "POINT(35.6 139.7),row.latitude",
    "POINT(200 0),row.longitude",
    "POINT(180.5 0),row.longitude",
    "POINT(0 0),row.nowhere",
    "POINT(0.000 -0),row.nowhere",
    "POINT(139.7),row.wkt",
    "POINT(139.7 35.6,row.wkt",
    "CIRCLE(0 0),row.wkt",
    "POINT(1.2.3 4),row.wkt",
    "POINT(x 4),row.wkt",
  })
  void write_wrongGeometry_isRefused(String wkt, String reason) {
    RowRefusal e =
        assertThrows(
            RowRefusal.class, () -> write("http://www.opengis.net/ont/geosparql#wktLiteral", wkt));
    assertEquals(reason, e.key());
  }

  private static String write(String datatype, String value) {
    Bytes out = new Bytes(16);
    LexicalForm.of(datatype).write(value.toCharArray(), 0, value.length(), out);
    return new String(out.data(), 0, out.length(), StandardCharsets.UTF_8);
  }
}
