package dev.regulars.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An endpoint on loopback that answers with given bytes. Challenges are echoed unless {@code challengeAnswer} is set. */
public final class RawEndpoint implements AutoCloseable {

    /** Writes an answer, however long; a closed connection ends it. */
    @FunctionalInterface
    public interface Answer {
        void write(OutputStream out) throws IOException, InterruptedException;

        static Answer of(String text) {
            return out -> out.write(text.getBytes(UTF_8));
        }
    }

    /** A request as received. */
    public record Request(String line, Map<String, String> headers, String body, Instant at) {}

    public final List<Request> messages = new CopyOnWriteArrayList<>();
    public final List<Request> challenges = new CopyOnWriteArrayList<>();
    public volatile Answer answer = Answer.of("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    public volatile Answer challengeAnswer;

    private final ServerSocket server;

    public RawEndpoint() {
        try {
            server = new ServerSocket(0, 256, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/";
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> serve(caller));
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** One request per connection. */
    private void serve(Socket caller) {
        try (caller) {
            Request request = read(caller);
            if (!request.body().contains("\"webhook.challenge\"")) {
                messages.add(request);
                answer.write(caller.getOutputStream());
                return;
            }
            challenges.add(request);
            String text = new JsonObject(request.body()).getString("challenge");
            Answer echo = Answer.of(json("{\"challenge\":\"" + text + "\"}"));
            (challengeAnswer == null ? echo : challengeAnswer).write(caller.getOutputStream());
        } catch (IOException e) {
            // the caller has heard enough
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public static String json(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static Request read(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        String line = in.readLine();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            headers.put(
                    header.substring(0, header.indexOf(':')),
                    header.substring(header.indexOf(':') + 1).trim());
        }
        char[] body = new char[Integer.parseInt(headers.getOrDefault("Content-Length", "0"))];
        for (int read = 0; read < body.length; ) {
            read += in.read(body, read, body.length - read);
        }
        return new Request(line, headers, new String(body), Instant.now());
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
