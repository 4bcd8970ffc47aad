package dev.regulars.webhook.delivery.log;

import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.delivery.DeliveryState;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which deliveries to list. */
public class DeliveryQuery {

    @QueryParam("state")
    @Parameter(
            description = "Only those in this state",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"open", "delivered", "failed", "dropped"}))
    @Nullable
    String state;

    @QueryParam("event")
    @Size(max = 100)
    @Parameter(description = "Only those of this event")
    @Nullable
    String event;

    @QueryParam("from")
    @Parameter(
            description = "Only those created then or later",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String from;

    @QueryParam("to")
    @Parameter(
            description = "Only those created before",
            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
    @Nullable
    String to;

    LogWrites.Query query() {
        return new LogWrites.Query(stateOrNone(), event, time("from", from), time("to", to));
    }

    private @Nullable DeliveryState stateOrNone() {
        if (state == null) {
            return null;
        }
        return Arrays.stream(DeliveryState.values())
                .filter(one -> one.wire().equals(state))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "state",
                        "must be one of: "
                                + Arrays.stream(DeliveryState.values())
                                        .map(DeliveryState::wire)
                                        .collect(Collectors.joining(", "))));
    }

    private static @Nullable Instant time(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "must be a time such as 2026-03-10T16:15:50.123Z");
        }
    }
}
