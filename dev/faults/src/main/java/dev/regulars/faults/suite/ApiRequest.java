package dev.regulars.faults.suite;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A call as it is sent. */
public record ApiRequest(
        String method, String path, Map<String, ?> body, Map<String, String> headers, Duration timeout) {

    /** Short, so that a repeat comes while its first is still at work. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final String KEY = "Idempotency-Key";

    public static ApiRequest get(String path) {
        return new ApiRequest("GET", path, Map.of(), Map.of(), SHORT);
    }

    public static ApiRequest post(String path, Map<String, ?> body) {
        return new ApiRequest("POST", path, body, Map.of(), SHORT);
    }

    public ApiRequest as(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    /** However often it is sent under one key, it is done once. */
    public ApiRequest withIdempotencyKey(String key) {
        return with(KEY, key);
    }

    /** @param longer than for others: how long one sending is waited for */
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
        return headers.containsKey(KEY) ? method + " " + path + " under " + headers.get(KEY) : method + " " + path;
    }
}
