package org.machinami.loader.api;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
 * The APIs of a dataset, fetched; to be closed when their pages have been read, and nobody else
 * fetches them until then. Not thread-safe.
 */
public final class FetchedApis implements Closeable {
  private static final String KEPT = "apis";
  private static final int ATTEMPTS = 5;

  private final Path folder;
  private final boolean temporary;
  private final Map<String, List<Path>> pages = new HashMap<>();
  private Optional<FileChannel> lock = Optional.empty();

  private FetchedApis(Path folder, boolean temporary) {
    this.folder = folder;
    this.temporary = temporary;
  }

  /**
   * Fetches the APIs among the sources of a mapping.
   *
   * @param data directory in which pages are kept from one load to the next; empty: none are
   * @param dataset id
   * @param outside empty: nothing may be fetched
   * @throws LoadException when one does not come through whole, or is being fetched by another
   *     load; nothing was changed then
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
      return new FetchedApis(Path.of(""), false);
    }
    if (outside.isEmpty()) {
      throw new LoadException(Fault.FOLDER, "api.no-way", apis.get(0));
    }
    FetchedApis fetched =
        data.isPresent()
            ? new FetchedApis(data.get().resolve(KEPT).resolve(dataset), false)
            : new FetchedApis(newFolder(), true);
    try {
      fetched.lock(dataset);
      fetched.fetch(apis, files, outside.get().get());
      return fetched;
    } catch (RuntimeException | Error e) {
      fetched.close();
      throw e;
    }
  }

  /** Files by the name of the source in the mapping. */
  public Map<String, List<Path>> pages() {
    return Map.copyOf(pages);
  }

  private static String requireJson(LogicalSource source) {
    if (source.formulation() != Formulation.JSON && source.formulation() != Formulation.GEOJSON) {
      throw new LoadException(Fault.FOLDER, "api.formulation", source.source());
    }
    return source.source();
  }

  /** The pages must stay as they are until they are mapped. */
  private void lock(String dataset) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      lock = Optional.of(channel);
      if (channel.tryLock() == null) {
        throw new LoadException(Fault.ENVIRONMENT, "api.under-way", dataset);
      }
    } catch (OverlappingFileLockException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "api.under-way", dataset);
    } catch (IOException e) {
      throw new LoadException(Fault.ENVIRONMENT, e, "source.unreadable", folder, e.toString());
    }
  }

  private void fetch(List<String> apis, SourceFiles files, Outside outside) {
    try (Egress egress = Egress.open(outside.limits())) {
      for (String source : apis) {
        List<Path> all = new ArrayList<>();
        for (Path file : files.find(source)) {
          Path own = folder.resolve(files.name(file).replace('/', '_'));
          all.addAll(fetch(ApiRecipe.read(file), own, outside, egress));
        }
        pages.put(source, all);
      }
    }
  }

  private static List<Path> fetch(ApiRecipe recipe, Path own, Outside outside, Egress egress) {
    PageStore store = PageStore.open(own.resolve("pages"));
    Path memory = own.resolve("whole");
    PoliteClient client =
        new PoliteClient(
            egress,
            // Attempts count as pages there; ours are counted here.
            Courtesy.perSecond(recipe.requestsPerSecond(), ATTEMPTS * (recipe.pages() + 1)),
            headers(recipe, outside),
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

  private static Map<String, String> headers(ApiRecipe recipe, Outside outside) {
    Path beside = recipe.file().toAbsolutePath().getParent();
    return recipe
        .credential()
        .map(secret -> secret.header(beside, outside.environment()))
        .orElse(Map.of());
  }

  private static Path newFolder() {
    try {
      return Files.createTempDirectory("machinami-api");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      if (lock.isPresent()) {
        lock.get().close();
      }
      if (temporary) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
            Files.deleteIfExists(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
