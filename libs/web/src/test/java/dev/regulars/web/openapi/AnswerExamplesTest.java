package dev.regulars.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.openapi.NoteResource.NoteView;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The documented examples of answers are what is sent. */
class AnswerExamplesTest {

    record Settings(@Nullable String language, @NotNull Integer size) {}

    @Path("/integration/answers")
    static class Answers {

        @POST
        @Needs(level = Level.APPLICATION)
        @Says("Sent")
        @Operation(operationId = "send", summary = "Send")
        public Uni<Nothing> send() {
            return Uni.createFrom().nothing();
        }

        @GET
        @Needs(level = Level.APPLICATION)
        @Operation(operationId = "bare", summary = "A bare list")
        public Uni<List<NoteView>> bare() {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/widget/answers")
    static class WidgetAnswers {

        @GET
        @Needs(level = Level.APPLICATION)
        @Says("Shown")
        @Operation(operationId = "show", summary = "Show")
        public Uni<NoteView> show(@QueryParam("limit") int limit) {
            return Uni.createFrom().nothing();
        }
    }

    @Path("/application/answers")
    static class ApplicationAnswers {

        @GET
        @Needs(level = Level.APPLICATION)
        @Says("Listed")
        @Operation(operationId = "list", summary = "A list without pages")
        public Uni<List<NoteView>> list(@QueryParam("limit") int limit) {
            return Uni.createFrom().nothing();
        }

        @PUT
        @Needs(level = Level.APPLICATION)
        @Says("Kept")
        @Shows("{\"language\": null, \"size\": 5}")
        @Operation(operationId = "keep", summary = "Keep settings")
        public Uni<Settings> keep(@Valid @NotNull Settings settings) {
            return Uni.createFrom().nothing();
        }
    }

    private final JsonNode document =
            Documents.of(Answers.class, WidgetAnswers.class, ApplicationAnswers.class, Settings.class);

    @Test
    void withoutDataTheMessageIsAll() {
        assertThat(example("integration", "post")).hasToString("{\"status\":\"success\",\"message\":\"Sent\"}");
    }

    @Test
    void aBareListHasOneElement() {
        assertThat(example("integration", "get")).hasSize(1);
        assertThat(example("integration", "get").path(0).has("_id")).isTrue();
    }

    @Test
    void widgetsHaveDataAndMessage() {
        assertThat(example("widget", "get").fieldNames()).toIterable().containsExactly("data", "message");
    }

    @Test
    void placesInAListAreShownWhereTheEnvelopeHasThem() {
        assertThat(example("application", "get").at("/meta").fieldNames())
                .toIterable()
                .containsExactly("status", "statusCode");
    }

    @Test
    void whatIsAnsweredAsNullMayBeLeftOutOfARequest() {
        assertThat(example("application", "put").at("/data/size").asInt()).isEqualTo(5);
        assertThat(document.at("/components/schemas/Settings/required")).hasToString("[\"size\"]");
    }

    private JsonNode example(String family, String method) {
        JsonNode responses = document.at("/paths/~1" + family + "~1answers/" + method + "/responses");
        return responses.properties().iterator().next().getValue().at("/content/application~1json/example");
    }
}
