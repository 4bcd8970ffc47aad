package dev.regulars.sandbox.seed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** What a request carries. */
record SeedContent(String type, String text) {

    static final SeedContent NONE = new SeedContent("application/json", "");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "seed-file";

    static SeedContent json(Map<String, ?> body) {
        try {
            return new SeedContent("application/json", JSON.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A form with one file, named {@code data}. */
    static SeedContent form(String file, String text) {
        String part = """
                --%1$s
                Content-Disposition: form-data; name="data"; filename="%2$s"
                Content-Type: text/csv

                %3$s
                --%1$s--
                """.formatted(BOUNDARY, file, text).replace("\n", "\r\n");
        return new SeedContent("multipart/form-data; boundary=" + BOUNDARY, part);
    }

    BodyPublisher publisher() {
        return text.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(text);
    }
}
