package org.machinami.web.download;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import org.machinami.store.graph.GraphLines;
import org.machinami.store.ledger.Hash;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.rdf.LineStreams;

/**
 * What files measure before they are downloaded: a file of a version is written once to nowhere,
 * where the version is small, and the figures are kept. Thread-safe.
 */
final class Measures {
  /** Larger versions are not measured: a page would take seconds. */
  static final long MOST_TRIPLES = 25_000;

  private static final int MOST_KEPT = 10_000;

  private final Cache<Object, Measure> kept = Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  /**
   * The figures of a file.
   *
   * @param replaced how many characters its encoding lacked
   */
  record Measure(long bytes, String sha256, long replaced) {}

  private record ExportKey(
      Hash version, Hash metadata, String type, Form form, Optional<Hash> words) {}

  private record RdfKey(Hash version, Representation representation) {}

  private interface Writing {
    long write(OutputStream out) throws IOException;
  }

  /**
   * Of a table in a form.
   *
   * @param metadata version of the description, which names the columns
   */
  Optional<Measure> of(Export export, Hash metadata) {
    return export.triples() > MOST_TRIPLES
        ? Optional.empty()
        : Optional.of(always(export, metadata));
  }

  /** The same, whatever it costs: for who cannot do without. */
  Measure always(Export export, Hash metadata) {
    ExportKey key =
        new ExportKey(
            export.version(), metadata, export.table().type(), export.form(), export.words());
    return kept.get(key, k -> measure(export::write));
  }

  /** Of the whole graph. */
  Optional<Measure> of(
      org.machinami.store.graph.GraphVersions versions, Hash version, Representation form) {
    if (versions.triples(version) > MOST_TRIPLES) {
      return Optional.empty();
    }
    return Optional.of(
        kept.get(
            new RdfKey(version, form),
            k ->
                measure(
                    out -> {
                      try (GraphLines lines = versions.lines(version)) {
                        LineStreams.write(lines, form, out);
                      }
                      return 0;
                    })));
  }

  private static Measure measure(Writing writing) {
    try {
      MessageDigest digest = Hash.sha256();
      CountedStream counted = new CountedStream();
      long replaced;
      try (DigestOutputStream out = new DigestOutputStream(counted, digest)) {
        replaced = writing.write(out);
      }
      return new Measure(counted.bytes(), HexFormat.of().formatHex(digest.digest()), replaced);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to nowhere", e);
    }
  }

  /** Counts and forgets. */
  private static final class CountedStream extends OutputStream {
    private long bytes;

    long bytes() {
      return bytes;
    }

    @Override
    public void write(int b) {
      bytes++;
    }

    @Override
    public void write(byte[] part, int offset, int length) {
      bytes += length;
    }
  }
}
