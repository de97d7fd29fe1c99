package org.machinami.store.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.machinami.store.DataDirectory;
import org.machinami.store.StoreException;
import org.machinami.store.StoreFollower;
import org.machinami.store.blob.Blobs;
import org.machinami.store.blob.PackNames;
import org.machinami.store.blob.PackReader;
import org.machinami.store.blob.PackScan;
import org.machinami.store.graph.VersionCheck;
import org.machinami.store.ledger.Commit;
import org.machinami.store.ledger.GraphChange;
import org.machinami.store.ledger.Hash;
import org.machinami.store.ledger.LedgerWalk;
import org.machinami.store.verify.Finding.Kind;

/**
 * Verifies a data directory, also while a writer goes on: every byte of the packs against its hash,
 * every line of the ledger against the one before, every version that the ledger names. One run;
 * not for use by several threads.
 */
public final class Verification {
  /** More findings than this are not listed. */
  public static final int MOST_FINDINGS = 1000;

  private final DataDirectory directory;
  private final List<Check> more;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<Hash, String> damagedBlobs = new HashMap<>();
  private final Set<Hash> soundElsewhere = new HashSet<>();
  private long commits;
  private long versions;
  private long blobs;
  private long bytes;

  private Verification(DataDirectory directory, List<Check> more) {
    this.directory = directory;
    this.more = List.copyOf(more);
  }

  /**
   * Verifies.
   *
   * @param more checks of what is derived; they run only when ledger and packs are sound
   * @throws StoreException NOT_A_DATA_DIRECTORY, OTHER_FORMAT; anything else that fails is a
   *     finding
   */
  public static VerificationReport run(Path directory, List<Check> more) {
    return new Verification(DataDirectory.open(directory), more).run();
  }

  private VerificationReport run() {
    // The ledger's versions are looked up after the packs are read: their blobs were there before
    // their lines.
    finding(directory.blobs(), this::packs);
    finding(directory.ledger(), this::ledger);
    if (findings.isEmpty() && !more.isEmpty()) {
      finding(directory.path(), this::derived);
    }
    return new VerificationReport(commits, versions, blobs, bytes, findings);
  }

  private void finding(Path place, Runnable part) {
    try {
      part.run();
    } catch (StoreException e) {
      add(Kind.UNREADABLE, place.toString(), e.getMessage());
    }
  }

  private void add(Kind kind, String place, String message) {
    if (findings.size() < MOST_FINDINGS) {
      findings.add(new Finding(kind, place, message));
    }
  }

  private void packs() {
    List<Path> packs = PackNames.packs(directory.blobs());
    int expected = 1;
    for (Path pack : packs) {
      int number = PackNames.number(pack);
      if (number != expected) {
        add(Kind.PACK, directory.blobs().toString(), "pack " + expected + " is missing");
      }
      expected = number + 1;
      finding(pack, () -> pack(pack));
    }
    damagedBlobs.keySet().removeAll(soundElsewhere);
  }

  private void pack(Path pack) {
    try {
      bytes += Files.size(pack);
    } catch (IOException e) {
      add(Kind.UNREADABLE, pack.toString(), String.valueOf(e.getMessage()));
      return;
    }
    PackScan.walk(
        pack,
        true,
        new PackScan.Visitor() {
          @Override
          public void sound(Hash hash, long offset, long size) {
            blobs++;
            if (damagedBlobs.containsKey(hash)) {
              soundElsewhere.add(hash);
            }
          }

          @Override
          public void damaged(long offset, long length, String why, Optional<Hash> claimed) {
            String place = pack + " byte " + offset;
            add(Kind.PACK, place, length + " bytes are damaged: " + why);
            claimed.ifPresent(hash -> damagedBlobs.put(hash, place));
          }
        });
  }

  private void ledger() {
    try (Blobs reader = PackReader.open(directory.blobs())) {
      VersionCheck check = new VersionCheck(reader);
      LedgerWalk.walk(
          directory.ledger(),
          directory.base(),
          new LedgerWalk.Visitor() {
            @Override
            public void commit(Commit commit, long line) {
              commits++;
              for (GraphChange change : commit.changes()) {
                change
                    .version()
                    .ifPresent(version -> version(check, commit, change.graph(), version));
              }
            }

            @Override
            public void problem(Path file, long line, String why) {
              add(Kind.LEDGER, file + " line " + line, why);
            }
          });
    }
  }

  private void version(VersionCheck check, Commit commit, String graph, Hash version) {
    versions++;
    String place = graph + " version " + version + " of commit " + commit.sequence();
    if (damagedBlobs.containsKey(version)) {
      add(Kind.VERSION, place, "its blob at " + damagedBlobs.get(version) + " is damaged");
      return;
    }
    try {
      check
          .problem(
              version,
              blob -> {
                String damage = damagedBlobs.get(blob);
                if (damage != null) {
                  add(Kind.VERSION, place, "blob " + blob + " at " + damage + " is damaged");
                }
              })
          .ifPresent(problem -> add(Kind.VERSION, place, problem));
    } catch (StoreException e) {
      add(Kind.VERSION, place, e.getMessage());
    }
  }

  private void derived() {
    try (StoreFollower follower = StoreFollower.open(directory.path())) {
      for (Check check : more) {
        check.run(follower, finding -> add(finding.kind(), finding.place(), finding.message()));
      }
    }
  }
}
