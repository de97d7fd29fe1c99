package org.machinami.web.harvest.addition;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.machinami.loader.harvest.HarvestedRecords;
import org.machinami.ontology.Iris;
import org.machinami.store.Store;
import org.machinami.store.search.SearchIndex;
import org.machinami.web.account.For;
import org.machinami.web.account.Role;
import org.machinami.web.account.SignedIn;
import org.machinami.web.dataset.DatasetReader;
import org.machinami.web.language.Language;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.page.Answers;
import org.machinami.web.problem.Problem;
import org.machinami.web.rows.DataTables;

/**
 * {@code /steward/harvests/{source}/additions}: the datasets of a source; {@code …/{dataset}}: what
 * we have added to one; {@code …/{dataset}/package_patch.json}: the call that gives it back.
 */
@Path("steward/harvests/{source}/additions")
@For(Role.ADMINISTRATOR)
public final class AdditionResource {
  private static final String HOME = "steward/harvests/";
  private static final String BODY = "package_patch.json";
  private static final int OK = 200;
  private static final int PAGE = 50;

  private final AdditionReader reader;
  private final Answers answers;

  private AdditionResource(AdditionReader reader, Answers answers) {
    this.reader = reader;
    this.answers = answers;
  }

  /** What answers for these pages. */
  public static AdditionResource of(
      Store store, SearchIndex search, DatasetReader datasets, DataTables tables, Answers answers) {
    return new AdditionResource(new AdditionReader(store, search, datasets, tables), answers);
  }

  static String file(String dataset) {
    return dataset + "-" + BODY;
  }

  @GET
  public Response list(
      @Context ContainerRequestContext request,
      @PathParam("source") String source,
      @QueryParam("page") @DefaultValue("1") String asked) {
    HarvestedRecords records = records(source);
    List<HarvestedRecords.Entry> all = records.all();
    int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
    int page = asked.matches("[0-9]{1,6}") ? Integer.parseInt(asked) : 0;
    if (page < 1 || page > pages) {
      throw Problem.notFound(HOME + source + "/additions");
    }
    Language language = Asked.of(request).language();
    List<AdditionsView.Line> lines =
        reader
            .read(records, all.subList((page - 1) * PAGE, Math.min(page * PAGE, all.size())))
            .stream()
            .map(
                found ->
                    new AdditionsView.Line(
                        found.entry().id(),
                        found.state().title(found.dataset(), language).value(),
                        found.patch().map(patch -> patch.additions().size()).orElse(-1)))
            .toList();
    return answers
        .once(
            request,
            OK,
            new AdditionsView(SignedIn.of(request).who(), source, all.size(), page, pages, lines))
        .build();
  }

  @GET
  @Path("{dataset}")
  public Response dataset(
      @Context ContainerRequestContext request,
      @PathParam("source") String source,
      @PathParam("dataset") String dataset) {
    AdditionReader.Found found = require(source, dataset);
    Language language = Asked.of(request).language();
    String foreign = found.entry().foreign();
    return answers
        .once(
            request,
            OK,
            new AdditionView(
                SignedIn.of(request).who(),
                source,
                dataset,
                found.state().title(found.dataset(), language),
                foreign,
                foreign.replaceFirst("/dataset/[^/]*$", ""),
                found.patch().isPresent(),
                found.written(),
                found.patch().map(PackagePatch::additions).orElse(List.of()),
                found.patch().map(patch -> patch.body().toPrettyString()).orElse("")))
        .build();
  }

  /** The body of the call, as a file. */
  @GET
  @Path("{dataset}/" + BODY)
  public Response body(@PathParam("source") String source, @PathParam("dataset") String dataset) {
    Optional<PackagePatch> patch = require(source, dataset).patch();
    if (patch.isEmpty() || patch.get().isEmpty()) {
      throw Problem.notFound(HOME + source + "/additions/" + dataset + "/" + BODY);
    }
    return Response.ok(
            (patch.get().body().toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8),
            "application/json")
        .header("Content-Disposition", "attachment; filename=\"" + file(dataset) + "\"")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** None where nothing is kept of the source as it gave it. */
  private HarvestedRecords records(String source) {
    HarvestedRecords records = Iris.isId(source) ? reader.records(source) : HarvestedRecords.none();
    if (records.all().isEmpty()) {
      throw Problem.notFound(HOME + source + "/additions");
    }
    return records;
  }

  private AdditionReader.Found require(String source, String dataset) {
    HarvestedRecords records = records(source);
    return records.find(dataset).stream()
        .flatMap(entry -> reader.read(records, List.of(entry)).stream())
        .findFirst()
        .orElseThrow(() -> Problem.notFound(HOME + source + "/additions/" + dataset));
  }
}
