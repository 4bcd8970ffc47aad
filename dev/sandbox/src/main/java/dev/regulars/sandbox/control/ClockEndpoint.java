package dev.regulars.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.sandbox.home.SandboxHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** Shows and shifts the days of communities: {@code PUT /clock {"offsetSeconds": 86400}} or {@code {"now": "2026-03-11T00:00:00Z"}}. */
record ClockEndpoint(SandboxHome home) {

    record ClockView(long offsetSeconds, String now) {

        static ClockView of(long offset) {
            return new ClockView(offset, Instant.now().plusSeconds(offset).toString());
        }
    }

    void show(ControlRequest request) throws IOException {
        request.respond(200, ClockView.of(offset()));
    }

    /** Services read it within a second. Tokens and signatures keep to real time. */
    void set(ControlRequest request) throws IOException {
        long offset = offset(ControlRequest.JSON.readTree(request.body()));
        home.write(home.clockOffset().getFileName().toString(), String.valueOf(offset));
        request.respond(200, ClockView.of(offset));
    }

    private static long offset(JsonNode wanted) {
        if (wanted.path("offsetSeconds").isIntegralNumber()) {
            return wanted.path("offsetSeconds").asLong();
        }
        try {
            Instant now = Instant.parse(wanted.path("now").asText());
            return Duration.between(Instant.now(), now).toSeconds();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("Set offsetSeconds, or now to a moment such as 2026-03-11T00:00:00Z", e);
        }
    }

    private long offset() throws IOException {
        try {
            return Long.parseLong(Files.readString(home.clockOffset()).strip());
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
