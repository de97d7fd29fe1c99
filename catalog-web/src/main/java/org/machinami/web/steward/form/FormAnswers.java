package org.machinami.web.steward.form;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.machinami.shapes.MetadataValidator;
import org.machinami.shapes.form.Field;
import org.machinami.web.language.Language;
import org.machinami.web.language.Messages;
import org.machinami.web.negotiation.Asked;
import org.machinami.web.problem.Problem;

/**
 * The answers that the script of a form asks for. Resources of the desk give them at their own
 * addresses, after they have found out who asks. Thread-safe.
 */
public final class FormAnswers {

  private static final int MOST_SUGGESTIONS = 12;
  private static final String JSON = MediaType.APPLICATION_JSON + ";charset=utf-8";

  private final DescriptionForm form;
  private final Supplier<MetadataValidator> validator;

  /**
   * @param validator that judges now
   */
  public FormAnswers(DescriptionForm form, Supplier<MetadataValidator> validator) {
    this.form = Objects.requireNonNull(form, "form");
    this.validator = Objects.requireNonNull(validator, "validator");
  }

  /**
   * What is found in a form while somebody types in it; nothing is kept.
   *
   * @param graph from which the page of the form was made; read only
   * @param dataset IRI of the dataset
   */
  public Response check(
      ContainerRequestContext request, Graph graph, String dataset, FormFields posted) {
    Language language = Asked.of(request).language();
    return json(request, check(graph, dataset, posted, language)).build();
  }

  String check(Graph graph, String dataset, FormFields posted, Language language) {
    PostedForm read = form.read(graph, dataset, posted);
    FilledForm filled = form.fill(read.graph(), dataset, language);
    MetadataValidator judge = validator.get();
    FormFindings findings =
        FormFindings.of(filled, judge.validate(read.graph(), dataset), judge.policy());
    return FormJson.findings(findings, read.mistakes(), Messages.in(language));
  }

  /**
   * Suggestions for what is typed into a field.
   *
   * @throws Problem 404 when there is no such field, or nothing can be looked up in it
   */
  public Response lookup(
      ContainerRequestContext request, String formName, String fieldName, String typed) {
    Language language = Asked.of(request).language();
    Field field =
        form.model()
            .find(formName)
            .flatMap(thing -> thing.field(fieldName))
            .filter(found -> found.ofClass().isPresent() || !found.choices().isEmpty())
            .orElseThrow(() -> Problem.notFound(formName + "/" + fieldName));
    Lookups lookups = form.lookups();
    return json(
            request,
            FormJson.suggestions(
                lookups, field, lookups.suggest(field, typed, MOST_SUGGESTIONS), language))
        .build();
  }

  private static Response.ResponseBuilder json(ContainerRequestContext request, String body) {
    return Response.ok(body, JSON)
        .language(Asked.of(request).language().locale())
        .header(HttpHeaders.VARY, "Accept-Language")
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
