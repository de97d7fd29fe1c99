package org.machinami.loader.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.harvest.Outside;
import org.machinami.loader.harvest.remote.Courtesy;
import org.machinami.loader.harvest.remote.PageStore;
import org.machinami.loader.harvest.remote.PoliteClient;
import org.machinami.loader.mapping.LogicalSource;
import org.machinami.loader.mapping.LogicalSource.Formulation;
import org.machinami.loader.source.SourceFiles;

/**
 * The APIs of a dataset, fetched. To be closed when their pages have been read.
 *
 * @param pages files by the name of the source in the mapping
 * @param temporary folder of pages that are of no use a second time, if they are
 */
public record FetchedApis(Map<String, List<Path>> pages, Optional<Path> temporary)
    implements Closeable {
  private static final String KEPT = "apis";
  private static final int ATTEMPTS = 5;

  public FetchedApis {
    pages = Map.copyOf(pages);
  }

  /**
   * Fetches the APIs among the sources of a mapping.
   *
   * @param data directory in which pages are kept from one load to the next; empty: none are
   * @param dataset id
   * @param outside empty: nothing may be fetched
   * @throws LoadException when one does not come through whole; nothing was changed then
   */
  public static FetchedApis fetch(
      Collection<LogicalSource> sources,
      SourceFiles files,
      Optional<Path> data,
      String dataset,
      Optional<Supplier<Outside>> outside) {
    List<String> apis =
        sources.stream()
            .filter(source -> source.source().endsWith(ApiRecipe.SUFFIX))
            .map(FetchedApis::requireJson)
            .distinct()
            .toList();
    if (apis.isEmpty()) {
      return new FetchedApis(Map.of(), Optional.empty());
    }
    if (outside.isEmpty()) {
      throw new LoadException(Fault.FOLDER, "api.no-way", apis.get(0));
    }
    Optional<Path> temporary = data.isPresent() ? Optional.empty() : Optional.of(newFolder());
    Path kept = temporary.orElseGet(() -> data.orElseThrow().resolve(KEPT).resolve(dataset));
    Map<String, List<Path>> pages = new HashMap<>();
    Outside world = outside.get().get();
    try (Egress egress = Egress.open(world.limits())) {
      for (String source : apis) {
        List<Path> all = new ArrayList<>();
        for (Path file : files.find(source)) {
          Path folder = kept.resolve(files.name(file).replace('/', '_'));
          all.addAll(fetch(ApiRecipe.read(file), folder, world, egress));
        }
        pages.put(source, all);
      }
      return new FetchedApis(pages, temporary);
    } catch (RuntimeException | Error e) {
      temporary.ifPresent(FetchedApis::delete);
      throw e;
    }
  }

  private static List<Path> fetch(ApiRecipe recipe, Path folder, Outside outside, Egress egress) {
    PageStore store = PageStore.open(folder.resolve("pages"));
    Path memory = folder.resolve("whole");
    Map<String, String> headers =
        recipe
            .credential()
            .map(
                secret ->
                    secret.header(
                        recipe.file().toAbsolutePath().getParent(), outside.environment()))
            .orElse(Map.of());
    PoliteClient client =
        new PoliteClient(
            egress,
            // Attempts count as pages there; ours are counted here.
            Courtesy.perSecond(recipe.requestsPerSecond(), ATTEMPTS * (recipe.pages() + 1)),
            headers,
            store,
            outside.pause(),
            outside.clock());
    try {
      ApiContent content = new ApiPages(recipe, client).fetch(ApiContent.read(memory));
      store.settle();
      content.write(memory);
      return content.files();
    } catch (LoadException e) {
      if (!PoliteClient.canGoOnAfter(e)) {
        store.distrust();
      }
      throw e;
    }
  }

  private static String requireJson(LogicalSource source) {
    if (source.formulation() != Formulation.JSON && source.formulation() != Formulation.GEOJSON) {
      throw new LoadException(Fault.FOLDER, "api.formulation", source.source());
    }
    return source.source();
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("machinami-api");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    temporary.ifPresent(FetchedApis::delete);
  }
}
