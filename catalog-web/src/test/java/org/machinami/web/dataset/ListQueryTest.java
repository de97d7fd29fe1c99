package org.machinami.web.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.store.search.Facet;
import org.machinami.web.problem.Problem;

final class ListQueryTest {
  private static ListQuery parse(String... pairs) {
    MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      parameters.add(pairs[i], pairs[i + 1]);
    }
    return ListParameters.read(parameters);
  }

  @Test
  void path_holdsTheWholeState() {
    ListQuery query =
        parse("q", "図書館 x", "sector", "public", "sector", "utility", "sort", "title", "page", "3");
    assertEquals(
        "datasets?q=%E5%9B%B3%E6%9B%B8%E9%A4%A8+x&sector=public&sector=utility&sort=title&page=3",
        query.path());
  }

  @Test
  void toggled_addsAndTakesBack_fromTheFirstPage() {
    ListQuery query = parse("sector", "public", "page", "2");
    assertEquals(
        Map.of(Facet.SECTOR, Set.of("public", "private")),
        query.toggled(Facet.SECTOR, "private").filters());
    assertEquals("datasets", query.toggled(Facet.SECTOR, "public").path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "", "1.5", "99999999999", "50001"})
  void parse_refusesBadPages(String page) {
    assertThrows(Problem.class, () -> parse("page", page));
  }

  @Test
  void parse_refusesUnknownOrder() {
    assertThrows(Problem.class, () -> parse("sort", "size"));
  }
}
