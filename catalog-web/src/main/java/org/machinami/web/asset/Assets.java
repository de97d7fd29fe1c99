package org.machinami.web.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.machinami.store.ledger.Hash;

/** The files under {@code assets}, read at start. Immutable. */
public final class Assets {
  private static final List<String> NAMES =
      List.of(
          "editor.css",
          "editor.js",
          "autosave.js",
          "form.css",
          "form.js",
          "logo.svg",
          "machinami.css",
          "map-worker.js",
          "map.css",
          "map.js",
          "monitor.css",
          "place.js",
          "requests.css",
          "desk.css",
          "search.js",
          "tokens.css",
          "validate.css");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css;charset=utf-8",
          "js", "text/javascript;charset=utf-8",
          "svg", "image/svg+xml");

  private final Map<String, Asset> assets;
  private final String version;

  private Assets(Map<String, Asset> assets, String version) {
    this.assets = Map.copyOf(assets);
    this.version = version;
  }

  /** A file and its media type. */
  static final class Asset {
    private final byte[] bytes;
    private final String contentType;

    private Asset(byte[] bytes, String contentType) {
      this.bytes = bytes;
      this.contentType = contentType;
    }

    byte[] bytes() {
      return bytes.clone();
    }

    String contentType() {
      return contentType;
    }
  }

  public static Assets read() {
    Map<String, Asset> assets = new LinkedHashMap<>();
    MessageDigest digest = Hash.sha256();
    for (String name : NAMES) {
      byte[] bytes = bytes(name);
      digest.update(bytes);
      String suffix = name.substring(name.lastIndexOf('.') + 1);
      assets.put(name, new Asset(bytes, TYPES.get(suffix)));
    }
    return new Assets(assets, HexFormat.of().formatHex(digest.digest(), 0, 6));
  }

  /** Changes when any of them does: 12 hexadecimal digits. */
  public String version() {
    return version;
  }

  Optional<Asset> find(String name) {
    return Optional.ofNullable(assets.get(name));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/assets/" + name)) {
      if (in == null) {
        throw new IllegalStateException("No asset " + name + " on the class path");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Reading asset " + name, e);
    }
  }
}
