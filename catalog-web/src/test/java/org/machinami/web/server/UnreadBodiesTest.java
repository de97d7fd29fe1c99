package org.machinami.web.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Handler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.machinami.web.config.ServerSettings;

/**
 * An answer that does not wait for the body of its request leaves a connection that can be used, or
 * announces its end.
 */
final class UnreadBodiesTest {
  private CatalogueServer server;

  /**
   * Two pages that read nothing of what is sent, with and without a body of their own; one does.
   */
  @Path("/")
  public static final class Pages {
    @POST
    @Path("refuses")
    public Response refuse() {
      return Response.status(Response.Status.FORBIDDEN).entity("refused").build();
    }

    @POST
    @Path("redirects")
    public Response redirect() {
      return Response.seeOther(URI.create("elsewhere")).build();
    }

    @POST
    @Path("answers")
    public String answer() {
      return "no need to read";
    }

    @POST
    @Path("reads")
    public String read(InputStream body) throws IOException {
      return Integer.toString(body.readAllBytes().length);
    }
  }

  @BeforeEach
  void start() throws Exception {
    server =
        CatalogueServer.open(
            new ServerSettings(
                "127.0.0.1",
                0,
                16,
                100,
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                8_192,
                10_000,
                Duration.ofSeconds(10),
                false));
    server.serve(
        List.of(new Pages()),
        new Readiness(() -> 0, Map.of()),
        new Handler.Sequence(),
        new Handler.Sequence());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** The status line and headers of an answer, and its body. */
  private record Answer(List<String> head, String body) {
    boolean ends() {
      return head.contains("Connection: close");
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
  }

  private static void send(Socket socket, String path, String length, String body)
      throws IOException {
    String request =
        String.join("\r\n", "POST /" + path + " HTTP/1.1", "Host: x", length, "", body);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Answer receive(BufferedReader in) throws IOException {
    List<String> head = new ArrayList<>();
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      head.add(line);
    }
    StringBuilder body = new StringBuilder();
    Optional<Integer> length =
        head.stream()
            .filter(line -> line.startsWith("Content-Length: "))
            .map(line -> Integer.valueOf(line.substring("Content-Length: ".length())))
            .findFirst();
    if (length.isPresent()) {
      read(in, length.get(), body);
    } else if (head.contains("Transfer-Encoding: chunked")) {
      for (int size = size(in); size > 0; size = size(in)) {
        read(in, size, body);
        in.readLine();
      }
      in.readLine();
    } else {
      for (int c = in.read(); c >= 0; c = in.read()) {
        body.append((char) c);
      }
    }
    return new Answer(head, body.toString());
  }

  private static int size(BufferedReader in) throws IOException {
    return Integer.parseInt(in.readLine(), 16);
  }

  private static void read(BufferedReader in, int length, StringBuilder into) throws IOException {
    for (int i = 0; i < length; i++) {
      into.append((char) in.read());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "redirects", "answers", "nowhere"})
  void bodyThatHasNotCome_isNotWaitedFor_andTheEndIsAnnounced(String path) throws IOException {
    for (String length : List.of("Content-Length: 5", "Transfer-Encoding: chunked")) {
      try (Socket socket = connect()) {
        BufferedReader in = reader(socket);
        send(socket, path, length, "");
        Answer answer = receive(in);
        assertTrue(answer.ends(), length + " " + answer);
        assertEquals(-1, in.read(), "and then it ends: " + answer);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"refuses", "redirects", "answers", "nowhere", "reads"})
  void bodyThatHasCome_leavesAConnectionThatIsUsed(String path) throws IOException {
    try (Socket socket = connect()) {
      BufferedReader in = reader(socket);
      for (int i = 0; i < 3; i++) {
        send(socket, path, "Content-Length: 5", "a=bcd");
        Answer answer = receive(in);
        assertFalse(answer.ends(), answer.toString());
      }
      send(socket, "reads", "Content-Length: 5", "a=bcd");
      assertEquals("5", receive(in).body());
    }
  }

  /** The answer would be thrown away with the connection, were it closed while more comes. */
  @ParameterizedTest
  @ValueSource(strings = {"refuses", "redirects", "nowhere"})
  void bodyThatGoesOn_isDropped_andTheAnswerArrives(String path) throws IOException {
    int part = 10_000;
    try (Socket socket = connect()) {
      send(socket, path, "Content-Length: " + 500 * part, "");
      byte[] some = "x".repeat(part).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 500; i++) {
        socket.getOutputStream().write(some);
      }
      BufferedReader in = reader(socket);
      assertTrue(receive(in).ends());
      assertEquals(-1, in.read());
    }
  }

  /** As a program does it that sends the head before the body, and repeats no POST. */
  @Test
  void manyRefusedPosts_areAllAnswered() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    byte[] body = "x".repeat(20_000).getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 600; i++) {
      HttpRequest request =
          HttpRequest.newBuilder(server.address().resolve(i % 2 == 0 ? "refuses" : "redirects"))
              .POST(HttpRequest.BodyPublishers.ofByteArray(body))
              .build();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertEquals(i % 2 == 0 ? 403 : 303, answer.statusCode());
    }
  }
}
