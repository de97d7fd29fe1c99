package org.machinami.web.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.machinami.store.Holder;
import org.machinami.web.admin.VerbLine;
import org.machinami.web.admin.VerbRequest;

/** The way of a verb to the server that holds its data directory. */
final class Forwarding {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Session session;
  private final List<String> arguments;

  /**
   * @param arguments all of the call, the verb first
   */
  Forwarding(Session session, List<String> arguments) {
    this.session = session;
    this.arguments = List.copyOf(arguments);
  }

  /**
   * Has the server run the verb and repeats what it says; empty when no server holds the directory.
   *
   * @param more arguments besides those of the call
   */
  Optional<Integer> tryServer(Path data, List<String> more)
      throws IOException, InterruptedException {
    Optional<Holder> holder = Holder.find(data);
    Optional<String> address = holder.flatMap(Holder::address);
    Optional<String> token = Holder.token(data);
    boolean lives =
        holder
            .flatMap(known -> ProcessHandle.of(known.pid()))
            .filter(ProcessHandle::isAlive)
            .isPresent();
    if (!lives || address.isEmpty() || token.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(run(URI.create(address.get()), token.get(), more));
    } catch (ConnectException e) {
      return Optional.empty(); // a leftover of a killed server; the lock will tell
    }
  }

  private int run(URI address, String token, List<String> more)
      throws IOException, InterruptedException {
    Console console = session.console();
    VerbRequest verb =
        new VerbRequest(
            Stream.concat(arguments.stream(), more.stream()).toList(),
            session.workingDirectory().toString(),
            session.texts().language(),
            console.columns());
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("run"))
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(verb)))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<InputStream> response =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    if (response.statusCode() != 200) {
      throw new IOException(
          session.texts().of("error.server-refused", address, response.statusCode()));
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        VerbLine piece = JSON.readValue(line, VerbLine.class);
        if (piece.end().isPresent()) {
          return piece.end().getAsInt();
        }
        PrintStream stream = piece.toOut() ? console.out() : console.err();
        stream.write(piece.bytes());
        stream.flush();
      }
    }
    throw new IOException(session.texts().of("error.server-ended", address));
  }
}
