package org.machinami.web.steward;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.InputStream;
import java.nio.file.Path;
import org.machinami.web.account.SignedIn;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.Upload;

/** A form with files that somebody at the desk sends, with the token of a page that is theirs. */
final class SentForm {
  private static final long MOST_FIELD = 1 << 20;

  private SentForm() {}

  /**
   * Reads one that {@link SignedIn} has sent.
   *
   * @param most bytes of all of it; what says that it is larger is not read
   * @throws Problem 413 when it is larger, 400 when it is no such form, 403 when it carries no
   *     token
   */
  static Upload read(
      ContainerRequestContext request, InputStream body, Path folder, long most, String about) {
    if (request.getLength() > most) {
      DraftFiles.delete(folder);
      throw Problem.of(Kind.CONTENT_TOO_LARGE, about);
    }
    String type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
    Upload upload = Upload.read(body, type, folder, most, MOST_FIELD, about);
    try {
      SignedIn.of(request).requireToken(upload.get("token"), about);
      return upload;
    } catch (Problem e) {
      upload.close();
      throw e;
    }
  }
}
