package org.machinami.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.machinami.web.quads.QueryProcessUnavailable;
import org.machinami.web.records.RecordsUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** From whatever was thrown, an {@link Error} included, to a status and a {@link Problem}. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  @Override
  public Response toResponse(Throwable thrown) {
    if (thrown instanceof Problem problem) {
      return response(problem).build();
    }
    if (thrown instanceof QueryProcessUnavailable down) {
      LOG.warn("a page could not ask the quads: {}", down.getMessage());
      return response(Problem.queriesUnavailable("", down.retryAfter())).build();
    }
    if (thrown instanceof RecordsUnavailable down) {
      LOG.error("a page could not ask the records", down);
      return response(Problem.of(Kind.RECORDS_UNAVAILABLE, "")).build();
    }
    if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
      Response.ResponseBuilder response =
          response(Problem.of(Kind.ofStatus(web.getResponse().getStatus()), ""));
      Object allow = web.getResponse().getHeaders().getFirst(HttpHeaders.ALLOW);
      if (allow != null) {
        response.header(HttpHeaders.ALLOW, allow);
      }
      return response.build();
    }
    String number = UUID.randomUUID().toString();
    LOG.error("a request failed, {}", number, thrown);
    return response(Problem.of(Kind.INTERNAL, number)).build();
  }

  private static Response.ResponseBuilder response(Problem problem) {
    Response.ResponseBuilder response = Response.status(problem.kind().status()).entity(problem);
    problem.headers().forEach(response::header);
    return response;
  }
}
