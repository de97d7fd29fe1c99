package org.machinami.web.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;
import org.machinami.loader.LoadException;
import org.machinami.loader.egress.Egress;
import org.machinami.loader.egress.EgressAnswer;
import org.machinami.loader.egress.EgressRequest;
import org.machinami.web.config.OpenIdSettings;

/** All requests to the provider, by the one client for requests that go out. Thread-safe. */
final class ProviderRequests implements HTTPRequestSender, ResourceRetriever {
  private final Egress egress;
  private final boolean loopback;

  ProviderRequests(Egress egress, boolean loopback) {
    this.egress = egress;
    this.loopback = loopback;
  }

  @Override
  public ReadOnlyHTTPResponse send(ReadOnlyHTTPRequest request) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    request.getHeaderMap().forEach((name, values) -> headers.put(name, String.join(", ", values)));
    headers.putIfAbsent("Accept", "application/json");
    String body = request.getBody() == null ? "" : request.getBody();
    EgressAnswer answer = ask(request.getMethod().name(), request.getURI(), headers, body);
    HTTPResponse response = new HTTPResponse(answer.status());
    response.setBody(answer.text());
    try {
      response.setContentType(answer.mediaType());
    } catch (ParseException e) {
      throw new IOException(request.getURI() + " answers with the type " + answer.mediaType(), e);
    }
    return response;
  }

  @Override
  public Resource retrieveResource(URL url) throws IOException {
    URI address = URI.create(url.toString());
    EgressAnswer answer = ask("GET", address, Map.of("Accept", "application/json"), "");
    if (answer.status() != HTTPResponse.SC_OK) {
      throw new IOException(url + " answers " + answer.status());
    }
    return new Resource(answer.text(), answer.mediaType());
  }

  private EgressAnswer ask(String method, URI address, Map<String, String> headers, String body)
      throws IOException {
    if (!OpenIdSettings.isSafe(address, loopback)) {
      throw new IOException(address + " is no https address");
    }
    try {
      return egress.send(new EgressRequest(method, address.toString(), headers, body));
    } catch (LoadException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
