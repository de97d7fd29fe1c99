package org.machinami.web.validate;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.eclipse.jetty.server.Request;
import org.machinami.loader.LoadException;
import org.machinami.loader.egress.Fetched;
import org.machinami.loader.report.ReportFormat;
import org.machinami.loader.validation.Validation;
import org.machinami.shapes.Outcome;
import org.machinami.store.Store;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Version;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.request.FormBody;
import org.machinami.web.request.Upload;

/**
 * {@code /validate}: the form, and the same as a service for programs. It changes nothing, so it
 * asks for no token; who sends a form from elsewhere only sees what he could see anyway.
 */
@Path("validate")
public final class ValidateResource {
  private static final int OK = 200;

  /** To programs, so that a build stops: what was sent was understood and is refused. */
  private static final int REFUSED = 422;

  private static final int WRONG = 400;

  /** What cannot be a description or a table, whatever is in it. */
  private static final Set<String> OTHERS = Set.of("image", "audio", "video", "font", "model");

  private static final int MOST_FIELDS = 20;

  private final Validations validations;
  private final Store store;
  private final DatasetReader datasets;
  private final ValidateViews views;
  private final Answers answers;

  public ValidateResource(
      Validations validations, Store store, DatasetReader datasets, Answers answers) {
    this.validations = validations;
    this.store = store;
    this.datasets = datasets;
    this.views = new ValidateViews(store.base(), validations.settings().bytes());
    this.answers = answers;
  }

  @GET
  public Response form(@Context ContainerRequestContext request) {
    MultivaluedMap<String, String> asked = request.getUriInfo().getQueryParameters();
    Typed typed = new Typed("", first(asked, "url"), first(asked, "dataset"));
    return answers.answer(
        request,
        new Version("validate-" + validations.policy(), Optional.empty()),
        language -> views.form(typed, Optional.empty(), language));
  }

  private static String first(MultivaluedMap<String, String> asked, String name) {
    return Optional.ofNullable(asked.getFirst(name)).orElse("");
  }

  @POST
  public Response validate(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @Context Request connection,
      InputStream body)
      throws IOException {
    String type = Optional.ofNullable(headers.getHeaderString(HttpHeaders.CONTENT_TYPE)).orElse("");
    Optional<ReportFormat> inAddress =
        format(first(request.getUriInfo().getQueryParameters(), "format"));
    requireUsable(type, headers);
    validations.count(Request.getRemoteAddr(connection));
    try (Spool spool = Spool.open(validations.temporary())) {
      java.nio.file.Path sent = spool.body(body, validations.settings().bytes());
      HandedIn in = HandedIn.read(sent, type, spool);
      Optional<ReportFormat> wanted = inAddress.or(() -> format(in.format()));
      boolean page = wanted.isEmpty() && Asked.of(request).prefersPage();
      if (in.isNothing()) {
        return nothing(request, page, in.typed());
      }
      Validation validation = judge(in, spool);
      return page
          ? answers
              .once(
                  request, OK, views.results(in.typed(), validation, Asked.of(request).language()))
              .build()
          : report(request, headers, wanted, validation);
    }
  }

  private void requireUsable(String type, HttpHeaders headers) {
    String family = type.replaceFirst("/.*", "").strip().toLowerCase(Locale.ROOT);
    if (OTHERS.contains(family)) {
      throw Problem.of(Kind.UNSUPPORTED_MEDIA_TYPE, "validate");
    }
    String length = headers.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    boolean tooLong =
        length != null
            && length.matches("\\d{1,18}")
            && Long.parseLong(length) > validations.settings().bytes();
    if (tooLong) {
      throw Problem.of(Kind.CONTENT_TOO_LARGE, "validate");
    }
  }

  private static Optional<ReportFormat> format(String name) {
    if (name.isEmpty() || name.equals("html")) {
      return Optional.empty();
    }
    return Optional.of(
        ReportFormat.find(name)
            .orElseThrow(
                () -> Problem.badParameter("format", name, "problem.bad-request.report-format")));
  }

  private Response nothing(ContainerRequestContext request, boolean page, Typed typed) {
    if (!page) {
      throw Problem.of(Kind.BAD_REQUEST, "validate");
    }
    return answers
        .once(
            request,
            WRONG,
            views.form(typed, Optional.of("validate.nothing"), Asked.of(request).language()))
        .build();
  }

  private Validation judge(HandedIn in, Spool spool) throws IOException {
    if (!in.typed().dataset().isEmpty()) {
      String id = in.typed().dataset().replaceFirst("^.*/", "");
      Graph graph = store.versions().graph(datasets.require(id).metadata().version());
      String iri = store.base() + "datasets/" + id;
      return validations.use(validator -> validator.validate(iri, "datasets/" + id, graph));
    }
    if (!in.typed().url().isEmpty()) {
      Fetched fetched;
      try {
        fetched = validations.fetch(in.typed().url(), spool.folder());
      } catch (LoadException e) {
        return validations.stopped(in.typed().url(), e);
      }
      return validations.use(validator -> validations.judge(validator, fetched, spool.folder()));
    }
    return validations.use(
        validator -> validator.validate(in.file(), in.name(), in.mediaType(), spool.folder()));
  }

  private Response report(
      ContainerRequestContext request,
      HttpHeaders headers,
      Optional<ReportFormat> wanted,
      Validation validation) {
    Asked asked = Asked.of(request);
    ReportFormat format = wanted.or(() -> accepted(headers)).orElse(ReportFormat.TEXT);
    boolean refused = validation.outcome() == Outcome.REFUSED;
    return Response.status(refused ? REFUSED : OK)
        .entity(
            format
                .write(validation, asked.language().locale(), store.base())
                .getBytes(StandardCharsets.UTF_8))
        .type(format.mediaType() + (format.mediaType().startsWith("text/") ? ";charset=utf-8" : ""))
        .language(asked.language().locale())
        .header(HttpHeaders.VARY, "Accept, Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header("Access-Control-Allow-Origin", "*")
        .build();
  }

  private static Optional<ReportFormat> accepted(HttpHeaders headers) {
    List<ReportFormat> formats = List.of(ReportFormat.values());
    return headers.getAcceptableMediaTypes().stream()
        .map(type -> type.getType() + "/" + type.getSubtype())
        .flatMap(type -> formats.stream().filter(f -> f.mediaType().equals(type)))
        .findFirst();
  }

  /** The fields of a form that is sent without a file. */
  static Map<String, String> fields(byte[] body) {
    return FormBody.fields(new String(body, StandardCharsets.US_ASCII), "validate", MOST_FIELDS);
  }

  /**
   * What a request hands in.
   *
   * @param file that is to be judged, where it is one
   * @param name as the sender calls it
   */
  record HandedIn(
      Typed typed, java.nio.file.Path file, String name, String mediaType, String format) {

    boolean isNothing() {
      try {
        return typed.url().isEmpty() && typed.dataset().isEmpty() && Files.size(file) == 0;
      } catch (IOException e) {
        return true;
      }
    }

    static HandedIn read(java.nio.file.Path body, String type, Spool spool) throws IOException {
      String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
      if (plain.equals("multipart/form-data")) {
        return ofForm(body, type, spool);
      }
      if (plain.equals("application/x-www-form-urlencoded")) {
        Map<String, String> fields = fields(Files.readAllBytes(body));
        String text = fields.getOrDefault("text", "");
        return new HandedIn(
            new Typed(
                text,
                fields.getOrDefault("url", "").strip(),
                fields.getOrDefault("dataset", "").strip()),
            spool.file(text.getBytes(StandardCharsets.UTF_8)),
            "pasted.txt",
            "",
            fields.getOrDefault("format", ""));
      }
      return new HandedIn(Typed.NOTHING, body, "body", type, "");
    }

    private static HandedIn ofForm(java.nio.file.Path body, String type, Spool spool)
        throws IOException {
      long most = Files.size(body);
      java.nio.file.Path folder = Files.createDirectory(spool.folder().resolve("form"));
      try (InputStream in = Files.newInputStream(body);
          Upload form = Upload.read(in, type, folder, most, most, "validate")) {
        Optional<Upload.Sent> file =
            form.files().stream()
                .filter(sent -> sent.field().equals("file") && !sent.isEmpty())
                .findFirst();
        Typed typed =
            new Typed(form.get("text"), form.get("url").strip(), form.get("dataset").strip());
        String format = form.get("format").strip();
        if (file.isEmpty()) {
          byte[] text = form.get("text").getBytes(StandardCharsets.UTF_8);
          return new HandedIn(typed, spool.file(text), "pasted.txt", "", format);
        }
        java.nio.file.Path copy = spool.folder().resolve("part");
        try (InputStream content = file.get().open()) {
          Files.copy(content, copy);
        }
        return new HandedIn(typed, copy, name(file.get().name()), file.get().mediaType(), format);
      }
    }

    private static String name(String fileName) {
      String last = fileName.replaceAll("\\p{Cc}", "");
      return last.isEmpty() ? "file" : last;
    }
  }
}
