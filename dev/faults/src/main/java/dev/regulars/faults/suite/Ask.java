package dev.regulars.faults.suite;

import java.util.HashMap;
import java.util.Map;

/** A call as it is sent. */
public record Ask(String method, String path, Map<String, ?> body, Map<String, String> headers) {

    private static final String KEY = "Idempotency-Key";

    public static Ask get(String path) {
        return new Ask("GET", path, Map.of(), Map.of());
    }

    public static Ask post(String path, Map<String, ?> body) {
        return new Ask("POST", path, body, Map.of());
    }

    public Ask by(String credential) {
        return with("Authorization", "Bearer " + credential);
    }

    /** However often it is sent under one key, it is done once. */
    public Ask under(String key) {
        return with(KEY, key);
    }

    private Ask with(String name, String value) {
        Map<String, String> all = new HashMap<>(headers);
        all.put(name, value);
        return new Ask(method, path, body, all);
    }

    @Override
    public String toString() {
        return headers.containsKey(KEY) ? method + " " + path + " under " + headers.get(KEY) : method + " " + path;
    }
}
