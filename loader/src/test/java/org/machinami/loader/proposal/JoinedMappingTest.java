package org.machinami.loader.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.machinami.loader.LoadException;
import org.machinami.loader.mapping.MappingOutline;
import org.machinami.loader.mapping.MappingOutline.Thing;
import org.machinami.loader.mapping.MappingOutline.Use;
import org.machinami.loader.mapping.MappingPlan;

class JoinedMappingTest {
  private static final String BASE = "https://city.example/";

  @TempDir private Path directory;

  private Proposal propose(String name, String text) throws IOException {
    return Proposal.of(FileProfiler.profile(Files.writeString(directory.resolve(name), text)));
  }

  private Proposal stock() throws IOException {
    return propose("stock.csv", "番号,品名,備考\n1,机,木\n2,椅子,鉄\n");
  }

  private Proposal lent() throws IOException {
    return propose("lent.csv", "番号,品名,備考\n1,傘,黒\n2,鞄,茶\n");
  }

  /** Statements have no order: the uses of a thing are sorted to be compared. */
  private static Set<Thing> things(String rml, String file) {
    return MappingOutline.read("mapping.rml.ttl", rml, BASE).things().stream()
        .filter(thing -> thing.source().equals(file))
        .map(
            thing ->
                new Thing(
                    thing.source(),
                    thing.subject(),
                    thing.keys(),
                    thing.classes(),
                    thing.uses().stream().sorted(Comparator.comparing(Use::toString)).toList()))
        .collect(Collectors.toSet());
  }

  @Test
  void adding_severalFiles_isOneMapping_fromWhichEachIsReadBack() throws IOException {
    String joined = JoinedMapping.adding("", List.of(stock(), lent()));
    assertEquals(2, MappingPlan.read("m.rml.ttl", joined, BASE, "d").steps().size());
    for (Proposal one : List.of(stock(), lent())) {
      Proposal read = Proposal.read(one.source(), joined);
      assertEquals(one.rowClass(), read.rowClass());
      assertEquals(
          one.columns().stream().map(ProposedColumn::target).toList(),
          read.columns().stream().map(ProposedColumn::target).toList());
    }
  }

  @Test
  void adding_filesThatBothCountFromOne_namesTwoThings() throws IOException {
    String joined = JoinedMapping.adding("", List.of(stock(), lent()));
    Set<String> names =
        MappingOutline.read("mapping.rml.ttl", joined, BASE).things().stream()
            .map(Thing::subject)
            .filter(subject -> !subject.contains("#"))
            .collect(Collectors.toSet());
    assertEquals(2, names.size(), joined);
  }

  @Test
  void adding_aFileThatIsMapped_changesNothing() throws IOException {
    String joined = JoinedMapping.adding("", List.of(stock(), lent()));
    assertEquals(joined, JoinedMapping.adding(joined, List.of(lent())));
    String all = stock().toRml().replace("\"stock.csv\"", "\"*.csv\"");
    assertEquals(all, JoinedMapping.adding(all, List.of(lent())), "a glob maps it");
  }

  @Test
  void with_replacesWhatIsMadeOfItsFile_andLeavesTheOthers() throws IOException {
    Proposal lent = lent();
    String joined = JoinedMapping.adding("", List.of(stock(), lent));
    Proposal without = Proposal.read(lent.source(), joined);
    without = without.withTarget("備考", Target.nothing(without.columns().get(2).target().meaning()));
    String changed = JoinedMapping.with(joined, without);
    assertEquals(things(joined, "stock.csv"), things(changed, "stock.csv"), changed);
    assertFalse(things(joined, "lent.csv").equals(things(changed, "lent.csv")), changed);
    assertTrue(
        things(changed, "lent.csv").stream()
            .flatMap(thing -> thing.uses().stream())
            .noneMatch(use -> use.column().equals("備考")),
        changed);
    assertEquals(2, MappingPlan.read("m.rml.ttl", changed, BASE, "d").steps().size());
    String again = JoinedMapping.with(changed, stock());
    assertEquals(things(changed, "lent.csv"), things(again, "lent.csv"), again);
  }

  @Test
  void with_theOnlyFile_isItsMappingAlone() throws IOException {
    assertEquals(stock().toRml(), JoinedMapping.with(stock().toRml(), stock()));
    assertEquals(stock().toRml(), JoinedMapping.with("", stock()));
  }

  @Test
  void with_whatIsNoMapping_isRefused() {
    assertThrows(LoadException.class, () -> JoinedMapping.with("<a> <b", stock()));
  }
}
