package org.machinami.web.discovery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A document of the sitemap protocol, written as it grows.
 *
 * @see <a href="https://www.sitemaps.org/protocol.html">sitemaps.org</a>
 */
final class Sitemap implements AutoCloseable {
  /** Addresses in one file. */
  static final int MOST = 50_000;

  private final BufferedWriter out;
  private final String kind;
  private final String entry;

  private Sitemap(OutputStream out, String kind, String entry) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    this.kind = kind;
    this.entry = entry;
    this.out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + kind);
    this.out.write(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
  }

  /** Of pages. */
  static Sitemap ofPages(OutputStream out) throws IOException {
    return new Sitemap(out, "urlset", "url");
  }

  /** Of sitemaps. */
  static Sitemap ofSitemaps(OutputStream out) throws IOException {
    return new Sitemap(out, "sitemapindex", "sitemap");
  }

  /**
   * @param address absolute, percent-encoded
   * @param modified when what is there changed last, where that is known
   */
  void add(String address, Optional<Instant> modified) throws IOException {
    out.write("<" + entry + "><loc>");
    out.write(address.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;"));
    out.write("</loc>");
    if (modified.isPresent()) {
      out.write("<lastmod>" + modified.get() + "</lastmod>");
    }
    out.write("</" + entry + ">\n");
  }

  /** Ends the document; the stream below stays open. */
  @Override
  public void close() throws IOException {
    out.write("</" + kind + ">\n");
    out.flush();
  }
}
