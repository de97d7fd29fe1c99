package org.machinami.loader.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;

/**
 * The names of entries: decoded, with slashes, and safe to show and to compare. Windows in Japan
 * writes them in CP932 without saying so.
 */
final class EntryNames {

  private static final List<Charset> USUAL =
      List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"));

  private static final int LONGEST = 1_000;

  private EntryNames() {}

  /** The name; empty when its bytes are text in no encoding that is used for names. */
  static Optional<String> decode(ZipArchiveEntry entry) {
    byte[] raw = entry.getRawName();
    if (raw == null) {
      return Optional.of(entry.getName());
    }
    List<Charset> possible =
        entry.getGeneralPurposeBit().usesUTF8ForNames() ? USUAL.subList(0, 1) : USUAL;
    return possible.stream()
        .flatMap(charset -> decode(raw, charset).stream())
        .findFirst()
        .map(name -> name.replace('\\', '/'));
  }

  private static Optional<String> decode(byte[] raw, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(raw))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether a name stays within the archive: what leads out of it is an attack, not a slip. */
  static boolean isSafe(String name) {
    if (name.isEmpty()
        || name.length() > LONGEST
        || name.startsWith("/")
        || name.chars().anyMatch(c -> c < 0x20 || c == 0x7F)
        || (name.length() > 1 && name.charAt(1) == ':')) {
      return false;
    }
    return List.of(name.split("/", -1)).stream()
        .noneMatch(part -> part.equals("..") || part.equals("."));
  }
}
