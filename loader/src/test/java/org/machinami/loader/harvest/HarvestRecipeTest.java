package org.machinami.loader.harvest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.machinami.loader.LoadException;

/** The form of harvest.properties. */
class HarvestRecipeTest {
  @TempDir private Path folder;

  @Test
  void read_limitLeftOut_isAFifth() throws IOException {
    write("dump=a.nq\nsector=utility\n");
    assertEquals(0.2, HarvestRecipe.read(folder).limit());
  }

  @ParameterizedTest
  @CsvSource({
    "dump=a.nq;sector=public;limt=1,Nearest: limit",
    "dump=a.nq;sector=state,none of public",
    "dump=../a.nq;sector=public,below --from",
    "sector=public,not the name of a file",
    "dump=a.nq;sector=public;limit=much,from 0 to 1",
    "dump=a.nq;sector=public;limit=2,from 0 to 1",
  })
  void read_mistake_saysWhatAndWhere(String lines, String expected) throws IOException {
    write(lines.replace(';', '\n'));
    LoadException thrown = assertThrows(LoadException.class, () -> HarvestRecipe.read(folder));
    assertTrue(thrown.getMessage().contains(expected), thrown.getMessage());
    assertTrue(thrown.getMessage().contains("harvest.properties"), thrown.getMessage());
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve(HarvestRecipe.FILE), text);
  }
}
