package dev.regulars.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.web.openapi.NoteResource.IntegrationNotes;
import dev.regulars.web.openapi.NoteResource.InternalNotes;
import dev.regulars.web.openapi.NoteResource.Note;
import dev.regulars.web.openapi.NoteResource.SystemNotes;
import dev.regulars.web.openapi.NoteResource.Unguarded;
import dev.regulars.web.openapi.NoteResource.UnreadablePattern;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class OperationDocumentationTest {

    private final JsonNode document =
            Documents.of(Note.class, SystemNotes.class, IntegrationNotes.class, InternalNotes.class);
    private final JsonNode create = operation("/application/communities/{communityId}/notes", "post");
    private final JsonNode list = operation("/application/communities/{communityId}/notes", "get");
    private final JsonNode delete = operation("/application/communities/{communityId}/notes/{noteId}", "delete");
    private final JsonNode change = operation("/system/notes", "put");
    private final JsonNode read = operation("/integration/notes", "get");
    private final JsonNode count = operation("/internal/notes", "post");

    @Test
    void theIdIsTheWrittenOneOrTheMethodWithTheNounOfItsResource() {
        assertThat(create.path("operationId").asText()).isEqualTo("createNote");
        assertThat(list.path("operationId").asText()).isEqualTo("listNotes");
    }

    @Test
    void theSuccessHasItsStatusItsMessageAndTheEnvelopeOfItsFamily() {
        assertThat(create.at("/responses/201/description").asText()).isEqualTo("Create note success.");
        JsonNode envelope = schema(create, "201");
        assertThat(envelope.at("/properties/data/$ref").asText()).endsWith("/NoteView");
        assertThat(envelope.path("required")).hasToString("[\"meta\",\"message\",\"data\"]");
        JsonNode system = schema(change, "200");
        assertThat(system.at("/properties/body/$ref").asText()).endsWith("/NoteView");
    }

    @Test
    void theExampleIsThatOfTheRecordInTheEnvelopeWithWhatTheOperationShows() {
        assertThat(example(create, "201"))
                .hasToString(
                        "{\"meta\":{\"status\":\"success\",\"statusCode\":201},\"message\":\"Create note success.\","
                                + "\"data\":{\"_id\":\"66b1f0e9a4d3e5f60718293b\",\"text\":\"a note\",\"secret\":\"in clear\"}}");
        assertThat(example(create, "202").path("data")).hasToString("{\"state\":\"waiting\"}");
        assertThat(create.at("/responses/202/description").asText()).isEqualTo("The note waits");
        assertThat(example(list, "200").path("data")).hasSize(1);
        assertThat(example(change, "200").at("/meta/devMessage").asText()).isEqualTo("Note has been changed");
    }

    @Test
    void anOperationThatReturnsNothingAnswers200WithTheEnvelope() {
        assertThat(delete.path("responses").has("204")).isFalse();
        assertThat(schema(delete, "200").path("properties").has("message")).isTrue();
    }

    @Test
    void withoutAMessageThereIsNoEnvelope() {
        assertThat(read.at("/responses/200/content/application~1json/schema/$ref")
                        .asText())
                .endsWith("/NoteView");
        assertThat(read.at("/responses/200/description").asText()).isEqualTo("Read a note");
    }

    @Test
    void refusalsAreComponentsOfTheFamilyAndSayWhatTheUseCaseAdds() {
        assertThat(create.at("/responses/409/$ref").asText()).isEqualTo("#/components/responses/ApplicationConflict");
        assertThat(create.at("/responses/409/description").asText()).isEqualTo("Another note has this text");
        assertThat(create.at("/responses/401/description").asText()).endsWith(". The code is wrong");
        assertThat(list.path("responses").path("401")).hasSize(1);
        assertThat(change.at("/responses/401/$ref").asText()).isEqualTo("#/components/responses/SystemUnauthorized");
        JsonNode unauthorized = document.at("/components/responses/ApplicationUnauthorized");
        assertThat(unauthorized.path("headers").has("WWW-Authenticate")).isTrue();
        assertThat(unauthorized.path("headers").has("X-Error-Code")).isTrue();
        assertThat(unauthorized.path("content").has("application/problem+json")).isTrue();
        assertThat(document.at("/components/responses/SystemServiceUnavailable/headers")
                        .has("Retry-After"))
                .isTrue();
    }

    @Test
    void everyWriteTakesAnIdempotencyKeyUnlessItSaysWhyNot() {
        assertThat(parameters(create)).contains("IdempotencyKey");
        assertThat(parameters(delete)).contains("IdempotencyKey");
        assertThat(create.path("responses").has("422")).isTrue();
        assertThat(parameters(list)).doesNotContain("IdempotencyKey");
        assertThat(parameters(change)).doesNotContain("IdempotencyKey");
        assertThat(change.path("responses").has("422")).isFalse();
        assertThat(parameters(count)).isEmpty();
    }

    @Test
    void theCommunityIsInThePathOrElseInTheQueryOfAPersonsCall() {
        assertThat(parameters(create)).contains("CommunityIdInPath");
        assertThat(parameters(read)).containsExactly("CommunityIdInQuery");
        assertThat(parameters(change)).isEmpty();
        assertThat(document.at("/components/parameters/CommunityIdInPath/schema/pattern")
                        .asText())
                .isEqualTo("^[0-9a-fA-F]{24}$");
    }

    @Test
    void aBodyTakesNothingUnknownAndAnAnswerLacksNothing() {
        JsonNode body = document.at("/components/schemas/NewNote");
        assertThat(body.path("additionalProperties").asBoolean(true)).isFalse();
        assertThat(body.path("required")).hasToString("[\"text\"]");
        assertThat(body.at("/properties/author/type")).hasToString("[\"string\",\"null\"]");
        assertThat(body.at("/properties/author/format").asText()).isEqualTo("email");
        assertThat(body.at("/properties/tag/pattern").asText()).isEqualTo("^(?:[a-z]+)$");
        assertThat(document.at("/components/schemas/NoteView/required")).hasToString("[\"_id\",\"text\"]");
    }

    @Test
    void whoMayCallIsSaid() {
        assertThat(create.path("description").asText()).contains("admin");
        assertThat(read.at("/x-needs/permission").asText()).isEqualTo("store");
        assertThat(count.path("x-public").asBoolean()).isTrue();
    }

    @Test
    void anOperationThatDoesNotSayWhoMayCallItFailsTheBuild() {
        assertThatThrownBy(() -> Documents.of(Unguarded.class)).hasMessageContaining("neither @Needs nor @Public");
    }

    @Test
    void aPatternThatOnlyJavaReadsFailsTheBuild() {
        assertThatThrownBy(() -> Documents.of(UnreadablePattern.class)).hasMessageContaining("ConstraintValidator");
    }

    private JsonNode operation(String path, String verb) {
        return document.path("paths").path(path).path(verb);
    }

    private JsonNode schema(JsonNode operation, String status) {
        String ref = operation
                .path("responses")
                .path(status)
                .at("/content/application~1json/schema/$ref")
                .asText();
        return document.at(ref.substring(1));
    }

    private static JsonNode example(JsonNode operation, String status) {
        return operation.path("responses").path(status).at("/content/application~1json/example");
    }

    private static List<String> parameters(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .map(one -> one.path("name").asText(one.path("$ref").asText().replaceAll(".*/", "")))
                .toList();
    }
}
