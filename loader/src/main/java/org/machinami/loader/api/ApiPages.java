package org.machinami.loader.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.machinami.loader.LoadException;
import org.machinami.loader.LoadException.Fault;
import org.machinami.loader.harvest.remote.JsonRecords;
import org.machinami.loader.harvest.remote.Page;
import org.machinami.loader.harvest.remote.PoliteClient;
import org.machinami.loader.source.JsonPaths;
import org.machinami.store.ledger.Hash;

/** Fetches an API from its first page to its last. To be used once. */
final class ApiPages {
  private static final String JSON = "application/json, application/geo+json, */*;q=0.1";

  private final ApiRecipe recipe;
  private final PageAddresses addresses;
  private final PoliteClient client;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> contents = new HashSet<>();
  private final List<String> read = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private long records;
  private long total = -1;

  ApiPages(ApiRecipe recipe, PoliteClient client) {
    this.recipe = recipe;
    this.addresses = new PageAddresses(recipe);
    this.client = client;
  }

  /**
   * Fetches all pages.
   *
   * @param before what came the last time
   * @throws LoadException when not all of it comes, or it is not plausible
   */
  ApiContent fetch(ApiContent before) {
    Optional<String> address = Optional.of(addresses.first());
    while (address.isPresent()) {
      Page page = client.page(require(address.get()), JSON);
      Optional<ApiContent> same = unchanged(page, before);
      if (same.isPresent()) {
        return same.get();
      }
      address = next(page, count(address.get(), page));
    }
    if (records == 0) {
      throw new LoadException(Fault.DATA, "api.empty", recipe.address());
    }
    if (records < total) {
      throw new LoadException(Fault.DATA, "api.short", recipe.address(), total, records);
    }
    double least = before.records() * (1 - recipe.limit());
    if (records < least) {
      throw new LoadException(
          Fault.DATA,
          "api.fewer",
          recipe.address(),
          records,
          before.records(),
          recipe.limit(),
          recipe.file().getFileName());
    }
    return new ApiContent(records, read, files);
  }

  private String require(String address) {
    if (!asked.add(address)) {
      throw new LoadException(Fault.DATA, "api.loop", address, asked.size());
    }
    if (asked.size() > recipe.pages()) {
      throw new LoadException(
          Fault.DATA, "api.endless", recipe.address(), recipe.pages(), recipe.file().getFileName());
    }
    return address;
  }

  /** All that came the last time, where the first page vouches for it. */
  private Optional<ApiContent> unchanged(Page page, ApiContent before) {
    boolean vouches = recipe.decidedByFirst() && asked.size() == 1 && !page.changed();
    if (!vouches || before.addresses().isEmpty()) {
      return Optional.empty();
    }
    List<Path> remembered = new ArrayList<>();
    for (String address : before.addresses()) {
      client.remembered(address).map(Page::file).ifPresent(remembered::add);
    }
    return remembered.size() == before.addresses().size()
        ? Optional.of(new ApiContent(before.records(), before.addresses(), remembered))
        : Optional.empty();
  }

  /** What a page holds besides its records, and how many these are. */
  private record Counted(ObjectNode rest, long records) {}

  private Counted count(String address, Page page) {
    long[] found = new long[1];
    MessageDigest digest = Hash.sha256();
    ObjectNode rest =
        new JsonRecords(
                recipe.records(),
                record -> {
                  found[0]++;
                  digest.update(record.toString().getBytes(StandardCharsets.UTF_8));
                },
                place -> found[0]++)
            .read(page);
    if (found[0] > 0) {
      if (!contents.add(HexFormat.of().formatHex(digest.digest()))) {
        throw new LoadException(Fault.DATA, "api.repeats", page.address());
      }
      read.add(address);
      files.add(page.file());
    }
    records += found[0];
    if (!recipe.total().isEmpty()) {
      total = JsonPaths.text(recipe.total(), rest).map(text -> number(page, text)).orElse(total);
    }
    return new Counted(rest, found[0]);
  }

  private long number(Page page, String text) {
    if (!text.matches("[0-9]{1,15}")) {
      throw new LoadException(Fault.DATA, "api.total", page.address(), recipe.total(), text);
    }
    return Long.parseLong(text);
  }

  private Optional<String> next(Page page, Counted counted) {
    return switch (recipe.paging()) {
      case NONE -> Optional.empty();
      case LINK -> page.next().map(target -> addresses.follow(page.address(), target));
      case NEXT ->
          JsonPaths.text(recipe.next(), counted.rest())
              .map(target -> addresses.follow(page.address(), target));
      case CURSOR -> JsonPaths.text(recipe.next(), counted.rest()).map(addresses::with);
      case PAGE -> more(counted, recipe.first() + asked.size());
      case OFFSET -> more(counted, records);
    };
  }

  /**
   * A page that is short proves nothing, since servers give fewer records than they are asked for;
   * one that is empty does, or the number of all records.
   */
  private Optional<String> more(Counted counted, long place) {
    boolean end = counted.records() == 0 || (total >= 0 && records >= total);
    return end ? Optional.empty() : Optional.of(addresses.with(Long.toString(place)));
  }
}
