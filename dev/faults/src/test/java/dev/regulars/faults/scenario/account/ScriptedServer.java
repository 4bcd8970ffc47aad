package dev.regulars.faults.scenario.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.faults.suite.Mailboxes;
import dev.regulars.faults.suite.RetryingClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An HTTP server with scripted responses per path; the last response of a path repeats. */
public final class ScriptedServer implements AutoCloseable {

    public static final String VERIFY = "/api/v1/auth/verify-email";

    static final String REGISTER = "/api/v1/auth/register";
    static final String LOGIN = "/api/v1/auth/login";
    static final String LOGGED_IN = """
            {"body": {"token": "t", "refreshToken": "r", "user": {"_id": "a", "userId": "42"}}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Scripted(int status, String body) {}

    private final Map<String, Deque<Scripted>> script = new HashMap<>();
    private final Map<String, List<String>> mails = new HashMap<>();
    private final HttpServer server;

    public ScriptedServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Adds one more response. */
    public ScriptedServer responds(String path, int status, String body) {
        script.computeIfAbsent(path, none -> new ArrayDeque<>()).add(new Scripted(status, body));
        return this;
    }

    public ScriptedServer responds(String path, int... statuses) {
        for (int status : statuses) {
            responds(path, status, "{}");
        }
        return this;
    }

    public ScriptedServer forget(String path) {
        script.remove(path);
        return this;
    }

    void mail(String to, String text) {
        mails.computeIfAbsent(to, none -> new ArrayList<>()).add(text);
    }

    public Mailboxes mails() {
        return new Mailboxes(this::mailsTo);
    }

    /** A scenario in which the user sam1 signed up here. */
    public SignUpScenario signedUp() {
        responds(REGISTER, 200)
                .responds(VERIFY, 200, 200, 400)
                .responds(LOGIN, 200, LOGGED_IN)
                .mail("sam1@example.com", "123456");
        var signUps = new SignUpScenario(mails());
        signUps.run(client());
        return signUps;
    }

    private JsonNode mailsTo(String address) {
        var found = JSON.createArrayNode();
        mails.getOrDefault(address, List.of())
                .forEach(text -> found.addObject().put("to", address).put("text", text));
        return found;
    }

    public RetryingClient client() {
        return new RetryingClient(
                List.of("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void handle(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            Deque<Scripted> responses = script.get(call.getRequestURI().getPath());
            Scripted response = responses.size() > 1 ? responses.remove() : responses.element();
            byte[] body = response.body().getBytes(UTF_8);
            call.sendResponseHeaders(response.status(), body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
