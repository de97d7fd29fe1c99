package org.machinami.web.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * The files under {@code /static/} of the class path, each under a name that holds the hash of its
 * bytes ({@code static/site-3f2a.css}), so that browsers may keep them for ever. All are in memory;
 * immutable.
 */
public final class StaticFiles extends Handler.Abstract.NonBlocking {
  private static final String ROOT = "static";
  private static final int HASH_DIGITS = 10;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record StaticFile(String contentType, byte[] bytes) {}

  private final Map<String, String> hashedNames = new LinkedHashMap<>();
  private final Map<String, StaticFile> byPath = new LinkedHashMap<>();

  private StaticFiles() {}

  /** Reads them all. */
  public static StaticFiles read() {
    StaticFiles files = new StaticFiles();
    URL root = StaticFiles.class.getClassLoader().getResource(ROOT + "/");
    if (root == null) {
      return files;
    }
    try {
      if (root.getProtocol().equals("jar")) {
        URI jar = URI.create(root.toString().substring(0, root.toString().indexOf("!/")));
        try (FileSystem archive = FileSystems.newFileSystem(jar, Map.of())) {
          files.readTree(archive.getPath("/" + ROOT));
        }
      } else {
        files.readTree(Path.of(root.toURI()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Reading " + root, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Class path entry " + root, e);
    }
    return files;
  }

  /**
   * Where a file is served, relative to the root of the site.
   *
   * @param name as on the class path, without {@code static/}
   */
  public String path(String name) {
    String hashed = hashedNames.get(name);
    if (hashed == null) {
      throw new IllegalArgumentException("No static file " + name + "; there are " + hashedNames);
    }
    return hashed;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    StaticFile file = path.isEmpty() ? null : byPath.get(path.substring(1));
    boolean bodiless = HttpMethod.HEAD.is(request.getMethod());
    if (file == null || !(bodiless || HttpMethod.GET.is(request.getMethod()))) {
      return false;
    }
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.contentType());
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.bytes().length);
    response.write(
        true, bodiless ? ByteBuffer.allocate(0) : ByteBuffer.wrap(file.bytes()), callback);
    return true;
  }

  private void readTree(Path root) throws IOException {
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path file : tree.filter(Files::isRegularFile).sorted().toList()) {
        String name = root.relativize(file).toString().replace('\\', '/');
        byte[] bytes = Files.readAllBytes(file);
        int dot = name.lastIndexOf('.');
        String hashed =
            ROOT + "/" + name.substring(0, dot) + "-" + hash(bytes) + name.substring(dot);
        hashedNames.put(name, hashed);
        byPath.put(hashed, new StaticFile(contentType(name), bytes));
      }
    }
  }

  private static String contentType(String name) {
    String known = MimeTypes.DEFAULTS.getMimeByExtension(name);
    String type = known == null ? "application/octet-stream" : known;
    boolean text = type.startsWith("text/") || type.endsWith("javascript");
    return text && !type.contains("charset") ? type + ";charset=utf-8" : type;
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
