package dev.regulars.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.regulars.web.openapi.NoteResource.IntegrationNotes;
import dev.regulars.web.operation.OutgoingWebhook;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class WebhooksTest {

    @OutgoingWebhook(event = "note_written", summary = "A note was written", description = "Sent once for each note")
    @Schema(name = "NoteWritten")
    @JsonNaming(SnakeCaseStrategy.class)
    record NoteWritten(String event, String noteId) {}

    private final JsonNode document = Documents.of(IntegrationNotes.class, NoteWritten.class);

    @Test
    void theCallIsDescribedWithItsBodyAndItsHeaders() {
        JsonNode call = document.at("/webhooks/note_written/post");

        assertThat(call.path("summary").asText()).isEqualTo("A note was written");
        assertThat(call.at("/requestBody/content/application~1json/schema/$ref").asText())
                .endsWith("/NoteWritten");
        assertThat(call.path("parameters")).hasSize(3);
        assertThat(document.at("/components/parameters/WebhookSignature/name").asText())
                .isEqualTo("webhook-signature");
    }

    @Test
    void theBodyNamesItsEventAndLacksNothing() {
        JsonNode body = document.at("/components/schemas/NoteWritten");

        assertThat(body.at("/properties/event/enum")).hasToString("[\"note_written\"]");
        assertThat(body.path("required")).hasToString("[\"event\",\"note_id\"]");
    }
}
