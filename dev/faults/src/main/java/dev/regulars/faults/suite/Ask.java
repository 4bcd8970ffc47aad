package dev.regulars.faults.suite;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A call as it is sent. */
public record Ask(String method, String path, Map<String, ?> body, Map<String, String> headers, Duration time) {

    /** Short, so that a repeat comes while its first is still at work. */
    private static final Duration SHORT = Duration.ofSeconds(5);

    private static final String KEY = "Idempotency-Key";

    public static Ask get(String path) {
        return new Ask("GET", path, Map.of(), Map.of(), SHORT);
    }

    public static Ask post(String path, Map<String, ?> body) {
        return new Ask("POST", path, body, Map.of(), SHORT);
    }

    public Ask by(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    /** However often it is sent under one key, it is done once. */
    public Ask under(String key) {
        return with(KEY, key);
    }

    /** @param longer than for others: how long one sending is waited for */
    public Ask within(Duration longer) {
        return new Ask(method, path, body, headers, longer);
    }

    private Ask with(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new Ask(method, path, body, all, time);
    }

    @Override
    public String toString() {
        return headers.containsKey(KEY) ? method + " " + path + " under " + headers.get(KEY) : method + " " + path;
    }
}
