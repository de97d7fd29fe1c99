package org.machinami.loader.harvest.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.machinami.store.ledger.Hash;

/**
 * The documents of one source in a folder, with what is needed to ask for them conditionally. After
 * a run that was cut off, those that it had fetched are there and need not be asked for again for a
 * while. Whatever is in the folder can be lost; it is fetched again then. Not thread-safe.
 */
public final class PageStore {
  /** How long a page of a run that was cut off is as good as one fetched now. */
  static final Duration RESUMABLE = Duration.ofHours(6);

  private static final String INDEX = "index";
  private static final String FIELD = "\t";
  private static final int FIELDS = 9;

  private final Path folder;
  private final Map<String, Entry> entries = new HashMap<>();
  private final Set<String> used = new HashSet<>();

  /**
   * A page.
   *
   * @param address that was asked for
   * @param finalAddress where it was
   * @param etag empty when the server gave none
   * @param lastModified empty when the server gave none
   * @param link links to other documents that the server named beside this one; may be empty
   * @param digest of the document
   * @param settled whether the run that fetched it went through
   */
  record Entry(
      String address,
      String finalAddress,
      String mediaType,
      String etag,
      String lastModified,
      String link,
      String digest,
      Instant fetched,
      boolean settled) {

    private String line() {
      return String.join(
          FIELD,
          address,
          finalAddress,
          plain(mediaType),
          plain(etag),
          plain(lastModified),
          plain(link),
          digest,
          fetched.toString(),
          Boolean.toString(settled));
    }

    private static Optional<Entry> read(String line) {
      String[] parts = line.split(FIELD, -1);
      if (parts.length != FIELDS) {
        return Optional.empty(); // torn by a kill
      }
      return Optional.of(
          new Entry(
              parts[0],
              parts[1],
              parts[2],
              parts[3],
              parts[4],
              parts[5],
              parts[6],
              Instant.parse(parts[7]),
              Boolean.parseBoolean(parts[8])));
    }

    private static String plain(String header) {
      return header.replaceAll("\\p{Cc}", " ");
    }

    Entry ofWholeRun() {
      return new Entry(
          address, finalAddress, mediaType, etag, lastModified, link, digest, fetched, true);
    }
  }

  private PageStore(Path folder) {
    this.folder = folder;
  }

  /** Opens a folder, which is made when it is not there. */
  public static PageStore open(Path folder) {
    PageStore store = new PageStore(folder);
    try {
      Files.createDirectories(folder);
      Path index = folder.resolve(INDEX);
      if (Files.exists(index)) {
        for (String line : Files.readAllLines(index, StandardCharsets.UTF_8)) {
          Entry.read(line).ifPresent(entry -> store.entries.put(entry.address(), entry));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return store;
  }

  Optional<Entry> find(String address) {
    used.add(address);
    return Optional.ofNullable(entries.get(address)).filter(entry -> Files.exists(file(address)));
  }

  Path file(String address) {
    return folder.resolve(Hash.of(address.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 32));
  }

  /** Takes a document over. */
  void put(Entry entry, Path fetched) {
    used.add(entry.address());
    try {
      Files.move(fetched, file(entry.address()), StandardCopyOption.REPLACE_EXISTING);
      entries.put(entry.address(), entry);
      Files.writeString(
          folder.resolve(INDEX),
          entry.line() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run went through: what it did not use is thrown away. */
  public void settle() {
    entries.keySet().retainAll(used);
    entries.replaceAll((address, entry) -> entry.ofWholeRun());
    List<String> lines = new ArrayList<>();
    entries.values().forEach(entry -> lines.add(entry.line()));
    Set<Path> kept = new HashSet<>();
    entries.keySet().forEach(address -> kept.add(file(address)));
    kept.add(folder.resolve(INDEX));
    try {
      Path fresh = folder.resolve(INDEX + ".new");
      Files.write(fresh, lines, StandardCharsets.UTF_8);
      Files.move(fresh, folder.resolve(INDEX), StandardCopyOption.REPLACE_EXISTING);
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(found -> !kept.contains(found)).toList()) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The run ended for what a page said: what it fetched is not to be trusted. */
  public void distrust() {
    used.clear();
    entries.values().stream().filter(Entry::settled).map(Entry::address).forEach(used::add);
    settle();
  }

  /** Throws all away, for kinds of sources whose pages are of no use a second time. */
  public void clear() {
    used.clear();
    settle();
  }

  /** Where documents are fetched to. */
  Path folder() {
    return folder;
  }
}
