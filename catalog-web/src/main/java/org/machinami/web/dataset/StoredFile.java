package org.machinami.web.dataset;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import org.machinami.store.graph.GraphVersions;
import org.machinami.store.state.GraphState;

/**
 * A file of the ledger as it is sent, byte for byte, to be kept and not to be shown.
 *
 * @param name under which it is kept
 */
record StoredFile(GraphVersions versions, GraphState state, String name) {
  /** 200, or 304 when the client has these bytes. */
  Response answer(Request request, String type) {
    EntityTag tag = new EntityTag(state.version().hex());
    Response.ResponseBuilder response = request.evaluatePreconditions(tag);
    if (response == null) {
      StreamingOutput bytes =
          out -> {
            try (InputStream in = versions.file(state.version())) {
              in.transferTo(out);
            }
          };
      response =
          Response.ok(bytes, type)
              .header("Content-Length", versions.fileLength(state.version()))
              .header("Content-Disposition", disposition());
    }
    return response
        .tag(tag)
        .lastModified(Date.from(state.modified()))
        .header("Cache-Control", "no-cache")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  /**
   * The name in both forms.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc6266">RFC 6266</a>
   */
  private String disposition() {
    String ascii = name.replaceAll("[^A-Za-z0-9._-]", "_");
    StringBuilder encoded = new StringBuilder();
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 0x80 && (Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_')) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", b & 0xFF));
      }
    }
    return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
  }
}
