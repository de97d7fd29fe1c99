package org.machinami.web.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.machinami.web.asset.Assets;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.negotiation.Representation;
import org.machinami.web.negotiation.Version;
import org.machinami.web.problem.Kind;
import org.machinami.web.problem.Problem;
import org.machinami.web.rdf.GraphWriting;

/** From a view to a response in the representation and language that are asked for. Thread-safe. */
public final class Answers {
  private static final String SITE_CARD = "card.png";

  /** Of a query that every link of the header repeats: clients and proxies take some kilobytes. */
  private static final int LONGEST_LINKED = 1_000;

  private final String base;
  private final Templates templates;
  private final GraphWriting graphs;
  private final Assets assets;
  private final PageCache pages;
  private final BooleanSupplier cards;
  private final String program = ProgramVersion.read();

  /**
   * Answers from one set of templates.
   *
   * @param pages the rendered answers that are remembered
   * @param cards whether share cards can be drawn here
   */
  public Answers(
      String base,
      Templates templates,
      GraphWriting graphs,
      Assets assets,
      PageCache pages,
      BooleanSupplier cards) {
    this.base = base;
    this.templates = templates;
    this.graphs = graphs;
    this.assets = assets;
    this.pages = pages;
    this.cards = cards;
  }

  /** Answers in a form that every resource has, as {@link #answerIn}. */
  public Response answer(
      ContainerRequestContext request, Version version, Function<Language, View> view) {
    return answerIn(Representation.ALL, request, version, view);
  }

  /**
   * Answers 200, or 304 when the client has this version in this form.
   *
   * @param offered the forms in which the view can be written
   * @param view makes the view for a language; not called when the client has it
   * @throws Problem 406 when nothing that we have is acceptable
   */
  public Response answerIn(
      List<Representation> offered,
      ContainerRequestContext request,
      Version version,
      Function<Language, View> view) {
    Asked asked = Asked.of(request);
    String format = request.getUriInfo().getQueryParameters().getFirst("format");
    if (format != null && Representation.find(format).isEmpty()) {
      throw Problem.badParameter("format", format, "problem.bad-request.format");
    }
    Representation representation =
        asked
            .choose(offered)
            .orElseThrow(() -> Problem.of(Kind.NOT_ACCEPTABLE, "/" + asked.requestPath()));
    EntityTag tag = tag(asked, version, representation);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    if (unchanged != null) {
      return headers(unchanged, asked, version, representation, offered).build();
    }
    byte[] bytes =
        pages.get(
            asked.requestPath() + "?" + asked.query(),
            tag,
            () -> render(asked, representation, view.apply(asked.language())));
    return headers(Response.ok(bytes), asked, version, representation, offered)
        .tag(tag)
        .type(representation.contentType())
        .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
        .build();
  }

  /**
   * Answers with a document that has one form only, such as a feed or a picture: 200, or 304.
   *
   * @param document makes its bytes for a language; not called when the client has this version
   */
  public Response document(
      ContainerRequestContext request,
      Version version,
      String contentType,
      Function<Language, byte[]> document) {
    Asked asked = Asked.of(request);
    EntityTag tag =
        new EntityTag(version.tag() + "-" + asked.language().tag() + "-" + program, true);
    Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(tag);
    if (unchanged != null) {
      return documentHeaders(unchanged, asked, version).build();
    }
    byte[] bytes =
        pages.get(
            asked.requestPath() + "?" + asked.query(), tag, () -> document.apply(asked.language()));
    return documentHeaders(Response.ok(bytes, contentType), asked, version)
        .tag(tag)
        .header(HttpHeaders.CONTENT_LENGTH, bytes.length)
        .build();
  }

  /**
   * A page for this one reader, such as a form with what was typed: neither we nor anybody on the
   * way keeps it.
   */
  public Response.ResponseBuilder once(ContainerRequestContext request, int status, View view) {
    Asked asked = Asked.of(request);
    return Response.status(status)
        .entity(templates.render(view.template(), frame(asked, view), view))
        .type(Representation.HTML.contentType())
        .language(asked.language().locale())
        .header(HttpHeaders.VARY, "Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private static Response.ResponseBuilder documentHeaders(
      Response.ResponseBuilder response, Asked asked, Version version) {
    version.modified().ifPresent(time -> response.lastModified(Date.from(time)));
    return response
        .language(asked.language().locale())
        .header(HttpHeaders.VARY, "Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("Access-Control-Allow-Origin", "*");
  }

  private byte[] render(Asked asked, Representation representation, View view) {
    return switch (representation) {
      case HTML -> templates.render(view.template(), frame(asked, view), view);
      case TURTLE, JSON_LD, RDF_XML, N_TRIPLES -> graphs.write(view.description(), representation);
      case ATOM, CSV, JSON -> view.write(representation, Messages.in(asked.language()));
    };
  }

  private Frame frame(Asked asked, View view) {
    Messages messages = Messages.in(asked.language());
    Head head = view.head();
    Optional<String> card =
        cards.getAsBoolean() ? head.card().or(() -> Optional.of(SITE_CARD)) : Optional.empty();
    return new Frame(
        asked,
        messages,
        base,
        assets.version(),
        view.title(messages),
        view.section(),
        view.representations(),
        head.withCard(card));
  }

  /** Pages of one version differ by language, pinned language (their links do) and style. */
  private EntityTag tag(Asked asked, Version version, Representation representation) {
    String form =
        representation == Representation.HTML
            ? asked.language().tag()
                + (asked.pinned().isPresent() ? "p" : "")
                + asked.preferred().tag()
                + "-"
                + Long.toHexString(asked.root().length())
                + "-"
            : representation.isOfALanguage()
                ? representation.suffix() + asked.language().tag()
                : representation.suffix();
    return new EntityTag(version.tag() + "-" + form + program, true);
  }

  private Response.ResponseBuilder headers(
      Response.ResponseBuilder response,
      Asked asked,
      Version version,
      Representation representation,
      List<Representation> offered) {
    version.modified().ifPresent(time -> response.lastModified(Date.from(time)));
    response.header(HttpHeaders.VARY, "Accept, Accept-Language");
    response.header(HttpHeaders.CACHE_CONTROL, "no-cache");
    String iri = base + asked.path();
    response.header(HttpHeaders.LINK, "<" + ascii(iri) + ">; rel=\"canonical\"");
    for (Representation other : offered) {
      if (other != representation && asked.query().length() <= LONGEST_LINKED) {
        response.header(
            HttpHeaders.LINK,
            "<"
                + ascii(address(asked, other))
                + ">; rel=\""
                + (representation == Representation.HTML ? "describedby alternate" : "alternate")
                + "\"; type=\""
                + other.mediaType()
                + "\"");
      }
    }
    if (representation == Representation.HTML) {
      response.language(asked.language().locale());
    } else {
      response.header("Access-Control-Allow-Origin", "*");
    }
    return response;
  }

  private String address(Asked asked, Representation representation) {
    String query = asked.query(representation);
    if (asked.path().isEmpty()) {
      return base
          + "?format="
          + representation.suffix()
          + (query.isEmpty() ? "" : "&" + query.substring(1));
    }
    return base + asked.path() + "." + representation.suffix() + query;
  }

  /** Header values are ASCII: an IRI becomes a URI. */
  private static String ascii(String iri) {
    StringBuilder out = new StringBuilder(iri.length());
    iri.codePoints()
        .forEach(
            c -> {
              if (c > 0x20 && c < 0x7F && c != '<' && c != '>' && c != '"') {
                out.append((char) c);
              } else {
                for (byte b :
                    Character.toString(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
                  out.append('%').append(String.format(java.util.Locale.ROOT, "%02X", b & 0xFF));
                }
              }
            });
    return out.toString();
  }
}
