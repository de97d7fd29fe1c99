package org.machinami.loader.repair;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.DatasetReport;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadOptions;
import org.machinami.loader.Loader;
import org.machinami.loader.Progress;
import org.machinami.loader.Recipe;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.Repair;

/** From a report to a file without what was found. */
class CellRepairsTest {

  private static final String BASE = "https://city.example/";
  private static final Charset CP932 = Charset.forName("windows-31j");

  private static final String DESCRIPTION =
      """
      @prefix dcat: <http://www.w3.org/ns/dcat#> .
      @prefix dct: <http://purl.org/dc/terms/> .
      <datasets/stops> a dcat:Dataset ; dct:title "駐輪場"@ja , "Bicycles"@en .
      """;

  private static final String MAPPING =
      """
      @prefix rr: <http://www.w3.org/ns/r2rml#> .
      @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
      @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
      @prefix map: <https://machinami.org/vocab/mapping#> .
      @prefix city: <https://machinami.org/vocab/city#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      <#source> rml:source "stops.csv" ; rml:referenceFormulation ql:CSV ;
        map:delimiter ";" .
      <#stop> rml:logicalSource <#source> ;
        rr:subjectMap [ rr:template "id/facility/{番号}" ; rr:class city:Facility ] ;
        rr:predicateObjectMap [ rr:predicate rdfs:label ;
          rr:objectMap [ rml:reference "名称" ; rr:language "ja" ] ] ;
        rr:predicateObjectMap [ rr:predicate city:openedOn ;
          rr:objectMap [ rml:reference "開設" ; rr:datatype xsd:date ] ] .
      """;

  @TempDir private Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("dataset.ttl"), DESCRIPTION);
    Files.writeString(folder.resolve("stops.rml.ttl"), MAPPING);
    Files.write(
        folder.resolve("stops.csv"),
        "番号;名称;開設\n1;駅前;令和5年4月1日\n2;北口;2023/5/1\n3;南口;未定\n".getBytes(CP932));
  }

  private DatasetReport report() {
    return Loader.validating(BASE, MetadataValidator.bundled(), Progress.none())
        .load(Recipe.read(folder), Optional.empty(), LoadOptions.DEFAULT.dry())
        .datasets()
        .get(0);
  }

  @Test
  void make_oneRepairWithThoseAlike_andTheFindingsAreGone() throws IOException {
    DatasetReport before = report();
    assertEquals(3, before.rows().bad());
    CellRepairs repairs = CellRepairs.of(before);
    Repair.NewCells first = (Repair.NewCells) before.rows().listed().get(0).repair().orElseThrow();
    String name = CellRepairs.name(first);
    assertEquals(first, repairs.find(name).orElseThrow());
    Repair.NewCells both = repairs.withAlike(first);
    assertEquals(2, both.cells().size());
    Path mended = folder.resolve("mended");
    CellRepairs.make(folder, BASE, both, mended);
    assertEquals(
        "番号;名称;開設\n1;駅前;2023-04-01\n2;北口;2023-05-01\n3;南口;未定\n",
        new String(Files.readAllBytes(mended), CP932));
    Files.move(mended, folder.resolve("stops.csv"), StandardCopyOption.REPLACE_EXISTING);
    DatasetReport after = report();
    assertEquals(1, after.rows().bad());
    assertTrue(CellRepairs.of(after).find(name).isEmpty(), "it is proposed no more");
    LoadException twice =
        assertThrows(
            LoadException.class, () -> CellRepairs.make(folder, BASE, both, folder.resolve("x")));
    assertEquals("repair.changed", twice.key());
  }
}
