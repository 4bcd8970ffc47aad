package dev.regulars.systemtest.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plain HTTP calls. */
public final class Http {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Http() {}

    public static JsonNode get(String url) throws IOException, InterruptedException {
        return JSON.readTree(
                HTTP.send(request(url).build(), BodyHandlers.ofString()).body());
    }

    /** Returns the status. */
    public static int post(String url, byte[] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(url).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    /** A response with its headers. */
    public record Response(int status, String text, HttpHeaders headers) {

        public JsonNode json() throws IOException {
            return JSON.readTree(text);
        }

        public String header(String name) {
            return headers.firstValue(name).orElse("");
        }
    }

    public static Response send(String method, String url, byte @Nullable [] body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request =
                request(url).method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        var response = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Response(response.statusCode(), response.body(), response.headers());
    }

    public static String write(Object json) throws IOException {
        return JSON.writeValueAsString(json);
    }

    private static HttpRequest.Builder request(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
    }
}
