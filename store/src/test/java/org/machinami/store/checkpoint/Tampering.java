package org.machinami.store.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.machinami.store.ledger.Hash;

/**
 * Changes a data directory as somebody might who does not want it to be seen: every second time
 * what the directory itself remembers of how far its ledger had come is changed with it. Puts all
 * back afterwards.
 */
final class Tampering {
  private static final int TAIL = 75;

  private final Path data;
  private final long signed;
  private final Map<Path, byte[]> original = new TreeMap<>();
  private final List<Path> packs = new ArrayList<>();

  /** What was done, and what a finding must name one of. */
  record Done(String what, List<String> places) {}

  /**
   * @param signed sequence of the checkpoint that somebody holds
   */
  Tampering(Path data, long signed) throws IOException {
    this.data = data;
    this.signed = signed;
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        original.put(file, Files.readAllBytes(file));
        if (file.toString().endsWith(".pack")) {
          packs.add(file);
        }
      }
    }
    packs.sort(null);
  }

  void undo() throws IOException {
    for (Map.Entry<Path, byte[]> file : original.entrySet()) {
      if (!Files.exists(file.getKey())
          || !Arrays.equals(Files.readAllBytes(file.getKey()), file.getValue())) {
        Files.write(file.getKey(), file.getValue());
      }
    }
  }

  Done tamper(Random random) throws IOException {
    return switch (random.nextInt(12)) {
      case 0 -> editByte(random);
      case 1 -> remove(random);
      case 2 -> swap(random);
      case 3 -> move(random);
      case 4 -> duplicate(random);
      case 5 -> cut(random);
      case 6 -> rehash(random, false);
      case 7 -> rehash(random, true);
      case 8 -> insert(random);
      case 9 -> flipBit(random);
      case 10 -> forgeRecord(random);
      default -> cutPack(random);
    };
  }

  private Path ledger() {
    return data.resolve("ledger/ledger.jsonl");
  }

  private List<String> lines() {
    return new ArrayList<>(
        new String(original.get(ledger()), StandardCharsets.UTF_8).lines().toList());
  }

  /** A line that was signed, from 0. */
  private int signedLine(Random random) {
    return random.nextInt((int) signed);
  }

  private Done write(Random random, List<String> lines, String what, int... places)
      throws IOException {
    String text = lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    return write(random, text.getBytes(StandardCharsets.UTF_8), what, places);
  }

  private Done write(Random random, byte[] bytes, String what, int... places) throws IOException {
    Files.write(ledger(), bytes);
    Path reached = data.resolve("ledger/checkpoint");
    if (random.nextBoolean()) {
      List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
      String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
      if (random.nextBoolean() || last.length() < TAIL) {
        Files.delete(reached);
      } else {
        String hash = last.substring(last.length() - 66, last.length() - 2);
        Files.writeString(reached, String.format("%019d %s%n", lines.size(), hash));
      }
    }
    List<String> named = new ArrayList<>();
    for (int place : places) {
      named.add("ledger.jsonl line " + place + ":");
    }
    return new Done(what, named);
  }

  private Done editByte(Random random) throws IOException {
    byte[] bytes = original.get(ledger()).clone();
    int line = signedLine(random);
    int from = 0;
    for (int i = 0; i < line; i++) {
      from = indexOf(bytes, from) + 1;
    }
    int at = from + random.nextInt(indexOf(bytes, from) + 1 - from);
    byte before = bytes[at];
    bytes[at] = (byte) (before ^ (1 << random.nextInt(8)));
    // Where a line feed goes or comes, the numbers of the lines after it change.
    return write(random, bytes, "edit byte " + at + " of line " + (line + 1), line + 1);
  }

  private static int indexOf(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  private Done remove(Random random) throws IOException {
    List<String> lines = lines();
    int line = signedLine(random);
    lines.remove(line);
    return write(random, lines, "remove line " + (line + 1), line + 1);
  }

  private Done swap(Random random) throws IOException {
    List<String> lines = lines();
    int one = signedLine(random);
    int other = (one + 1 + random.nextInt(lines.size() - 1)) % lines.size();
    String line = lines.get(one);
    lines.set(one, lines.get(other));
    lines.set(other, line);
    String what = "swap lines " + (one + 1) + " and " + (other + 1);
    return write(random, lines, what, one + 1, other + 1);
  }

  private Done move(Random random) throws IOException {
    List<String> lines = lines();
    int from = signedLine(random);
    int to = (from + 1 + random.nextInt(lines.size() - 1)) % lines.size();
    lines.add(to, lines.remove(from));
    String what = "move line " + (from + 1) + " to " + (to + 1);
    return write(random, lines, what, Math.min(from, to) + 1);
  }

  private Done duplicate(Random random) throws IOException {
    List<String> lines = lines();
    int line = signedLine(random);
    int to = random.nextInt((int) signed);
    lines.add(to, lines.get(line));
    // Put right before itself, the second of the two is the one too many.
    return write(random, lines, "repeat line " + (line + 1) + " at " + (to + 1), to + 1, to + 2);
  }

  private Done cut(Random random) throws IOException {
    int kept = signedLine(random);
    byte[] bytes = original.get(ledger());
    int end = 0;
    for (int i = 0; i < kept; i++) {
      end = indexOf(bytes, end) + 1;
    }
    int torn = random.nextInt(indexOf(bytes, end) + 1 - end);
    return write(
        random, Arrays.copyOf(bytes, end + torn), "cut after line " + kept + " + " + torn, kept);
  }

  /** Says something else in a line whose hash is right again, and, when asked, in all after it. */
  private Done rehash(Random random, boolean chain) throws IOException {
    List<String> lines = lines();
    int line = signedLine(random);
    lines.set(line, hashed(lines.get(line).replace("\"tester\"", "\"nobody\"")));
    if (chain) {
      chain(lines, line + 1);
    }
    String what = "say something else in line " + (line + 1) + (chain ? " and hash all anew" : "");
    return chain
        ? write(random, lines, what, (int) signed)
        : write(random, lines, what, line + 2, (int) signed);
  }

  private Done insert(Random random) throws IOException {
    List<String> lines = lines();
    int at = signedLine(random);
    lines.add(at, hashed(lines.get(at).replace("\"tester\"", "\"somebody else\"")));
    chain(lines, at + 1);
    return write(
        random,
        lines,
        "insert a line before line " + (at + 1) + " and hash all anew",
        (int) signed);
  }

  private static void chain(List<String> lines, int from) {
    for (int i = from; i < lines.size(); i++) {
      String before = lines.get(i - 1);
      String previous = before.substring(before.length() - 66, before.length() - 2);
      lines.set(
          i,
          hashed(
              lines
                  .get(i)
                  .replaceFirst("\"sequence\":[0-9]+", "\"sequence\":" + (i + 1))
                  .replaceFirst(
                      "\"previous\":\"[0-9a-f]{64}\"", "\"previous\":\"" + previous + '"')));
    }
  }

  private static String hashed(String line) {
    String body = line.substring(0, line.length() - TAIL);
    return body + ",\"hash\":\"" + Hash.of(body.getBytes(StandardCharsets.UTF_8)).hex() + "\"}";
  }

  private Done flipBit(Random random) throws IOException {
    Path pack = packs.get(random.nextInt(packs.size()));
    byte[] bytes = original.get(pack).clone();
    int at = random.nextInt(bytes.length);
    bytes[at] ^= (byte) (1 << random.nextInt(8));
    Files.write(pack, bytes);
    return new Done(
        "flip a bit of byte " + at + " of " + pack.getFileName(),
        List.of(pack.getFileName().toString(), "is missing"));
  }

  /** Other content under the hash of a blob, with a checksum that is right. */
  private Done forgeRecord(Random random) throws IOException {
    Path pack = packs.get(random.nextInt(packs.size()));
    byte[] bytes = original.get(pack).clone();
    ByteBuffer view = ByteBuffer.wrap(bytes);
    List<Integer> records = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += 48 + view.getInt(at + 8)) {
      records.add(at);
    }
    int at = records.get(random.nextInt(records.size()));
    int stored = view.getInt(at + 8);
    // Not a bit of the payload: some bits of a frame say nothing of what is in it.
    byte[] other = new byte[stored];
    random.nextBytes(other);
    System.arraycopy(other, 0, bytes, at + 48, stored);
    view.putInt(at + 4, stored);
    CRC32 crc = new CRC32();
    crc.update(bytes, at + 4, 8);
    crc.update(bytes, at + 16, 32 + stored);
    view.putInt(at + 12, (int) crc.getValue());
    Files.write(pack, bytes);
    return new Done(
        "forge the record at byte " + at + " of " + pack.getFileName(),
        List.of(pack.getFileName() + " byte " + at));
  }

  private Done cutPack(Random random) throws IOException {
    int number = random.nextInt(packs.size());
    Path pack = packs.get(number);
    byte[] bytes = original.get(pack);
    int kept = random.nextInt(bytes.length);
    if (random.nextInt(4) == 0) {
      Files.delete(pack);
    } else {
      Files.write(pack, Arrays.copyOf(bytes, kept));
    }
    return new Done(
        "cut " + pack.getFileName() + " at byte " + kept,
        List.of("pack " + (number + 1), "missing"));
  }
}
