package org.machinami.web.discovery;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/**
 * {@code /robots.txt}: everything may be read but the answers of queries, of which there are
 * endlessly many, and what is there twice for programs.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9309">RFC 9309</a>
 */
@Path("robots.txt")
public final class RobotsResource {
  private final String text;

  public RobotsResource(String base) {
    // Paths count from the root of the host, which the base may stand below.
    String root = java.net.URI.create(base).getRawPath();
    this.text =
        "User-agent: *\n"
            + "Disallow: "
            + root
            + "sparql?\n"
            + "Disallow: "
            + root
            + "*/sparql?\n"
            + "Disallow: "
            + root
            + "requests/new\n"
            + "Disallow: "
            + root
            + "*/requests/new\n"
            + disallowed(root, "account")
            + disallowed(root, "steward")
            + disallowed(root, "api/3/action")
            + disallowed(root, "blobs")
            + disallowed(root, "ledger/")
            + "Allow: "
            + root
            + "\n\nSitemap: "
            + base
            + "sitemap.xml\n";
  }

  /** A page and what is below it, in each language. */
  private static String disallowed(String root, String path) {
    return "Disallow: " + root + path + "\nDisallow: " + root + "*/" + path + "\n";
  }

  @GET
  public Response robots() {
    return Response.ok(text, "text/plain;charset=utf-8")
        .header("Cache-Control", "public, max-age=3600")
        .build();
  }
}
