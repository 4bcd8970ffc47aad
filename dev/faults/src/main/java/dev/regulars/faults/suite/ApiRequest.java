package dev.regulars.faults.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A request to the suite's API. */
public record ApiRequest(
        String method, String path, Map<String, ?> body, Map<String, String> headers, Duration timeout) {

    private static final String BOUNDARY = "a-form";
    private static final String FORM = "";

    /** Short, so that a retry overlaps with the first attempt. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final String KEY = "Idempotency-Key";

    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), Map.of(), SHORT);
    }

    public static ApiRequest post(String path, Map<String, ?> body) {
        return new ApiRequest("POST", path, body, Map.of(), SHORT);
    }

    /** A form with one file. */
    public static ApiRequest form(String path, String field, String file) {
        return post(
                path,
                Map.of(
                        FORM,
                        "--%1$s\r\nContent-Disposition: form-data; name=\"%2$s\"; filename=\"file.csv\"\r\n\r\n%3$s\r\n--%1$s--\r\n"
                                .formatted(BOUNDARY, field, file)));
    }

    String contentType() {
        return body.containsKey(FORM) ? "multipart/form-data; boundary=" + BOUNDARY : "application/json";
    }

    /** What is sent. */
    String content(ObjectMapper json) throws JsonProcessingException {
        return body.get(FORM) instanceof String form ? form : json.writeValueAsString(body);
    }

    public ApiRequest as(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    /** Makes the request safe to repeat. */
    public ApiRequest withIdempotencyKey(String key) {
        return with(KEY, key);
    }

    /** @param longer the timeout of one attempt */
    public ApiRequest withTimeout(Duration longer) {
        return new ApiRequest(method, path, body, headers, longer);
    }

    private ApiRequest with(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new ApiRequest(method, path, body, all, timeout);
    }

    @Override
    public String toString() {
        return headers.containsKey(KEY) ? method + " " + path + " with key " + headers.get(KEY) : method + " " + path;
    }
}
