package dev.regulars.faults.story;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.regulars.faults.suite.Calls;
import dev.regulars.faults.suite.Mails;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Says over HTTP what a test wants a suite to have said; the last answer of an address is good for ever. */
public final class Stage implements AutoCloseable {

    public static final String VERIFY = "/api/v1/auth/verify-email";

    static final String REGISTER = "/api/v1/auth/register";
    static final String LOGIN = "/api/v1/auth/login";
    static final String LOGGED_IN = """
            {"body": {"token": "t", "refreshToken": "r", "user": {"_id": "a", "userId": "42"}}}""";

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Line(int status, String body) {}

    private final Map<String, Deque<Line>> script = new HashMap<>();
    private final Map<String, List<String>> mails = new HashMap<>();
    private final HttpServer server;

    public Stage() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Adds one answer more. */
    public Stage says(String path, int status, String body) {
        script.computeIfAbsent(path, none -> new ArrayDeque<>()).add(new Line(status, body));
        return this;
    }

    public Stage says(String path, int... statuses) {
        for (int status : statuses) {
            says(path, status, "{}");
        }
        return this;
    }

    public Stage forgets(String path) {
        script.remove(path);
        return this;
    }

    void mail(String to, String text) {
        mails.computeIfAbsent(to, none -> new ArrayList<>()).add(text);
    }

    public Mails mails() {
        return new Mails(this::mailsTo);
    }

    /** Somebody signed up here, as sam1. */
    public SignUps signedUp() {
        says(REGISTER, 200)
                .says(VERIFY, 200, 200, 400)
                .says(LOGIN, 200, LOGGED_IN)
                .mail("sam1@example.com", "123456");
        var signUps = new SignUps(mails());
        signUps.play(calls());
        return signUps;
    }

    private JsonNode mailsTo(String address) {
        var found = JSON.createArrayNode();
        mails.getOrDefault(address, List.of())
                .forEach(text -> found.addObject().put("to", address).put("text", text));
        return found;
    }

    public Calls calls() {
        return new Calls(List.of("http://127.0.0.1:" + server.getAddress().getPort()));
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            Deque<Line> lines = script.get(call.getRequestURI().getPath());
            Line line = lines.size() > 1 ? lines.remove() : lines.element();
            byte[] body = line.body().getBytes(UTF_8);
            call.sendResponseHeaders(line.status(), body.length);
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
