package dev.regulars.sandbox.control;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One request to the control server. */
record ControlRequest(HttpExchange exchange) {

    static final ObjectMapper JSON = new ObjectMapper();

    /** Pretty-printed, so that {@code sed} finds members by line. */
    private static final ObjectWriter LINES = JSON.writerWithDefaultPrettyPrinter();

    private static final int LARGEST_BODY = 1 << 20;

    /** Method and path in one: {@code POST /services/{name}/kill} is [POST, services, name, kill]. */
    List<String> segments() {
        String path = exchange.getRequestURI().getPath().substring(1);
        return Stream.concat(Stream.of(exchange.getRequestMethod()), Stream.of(path.split("/")))
                .toList();
    }

    Optional<String> query(String name) {
        String query =
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Stream.of(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst();
    }

    /** How long the caller wants to wait for a result; at most 30 s. */
    int waitSeconds() {
        return Math.min(30, query("wait").map(Integer::parseInt).orElse(0));
    }

    /** Names in lower case. */
    Map<String, String> headers() {
        return exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        header -> header.getKey().toLowerCase(ROOT), header -> String.join(",", header.getValue())));
    }

    byte[] body() throws IOException {
        return exchange.getRequestBody().readNBytes(LARGEST_BODY);
    }

    void respond(int status, Object body) throws IOException {
        send(status, LINES.writeValueAsString(body) + "\n");
    }

    void fail(int status, String message) throws IOException {
        respond(status, Map.of("error", message));
    }

    void send(int status, String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
