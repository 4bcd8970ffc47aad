package dev.regulars.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.openapi.NoteResource.NoteView;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SelectedFieldsTest {

    private final JsonNode document = Documents.of(Chosen.class);
    private final JsonNode list = document.at("/paths/~1application~1chosen-notes/get");

    @Path("/application/chosen-notes")
    static class Chosen {

        @GET
        @Needs(level = Level.MEMBER)
        @Says("Read notes success.")
        @Operation(summary = "List notes")
        public Uni<Page<NoteView>> list(@BeanParam ByCursor page, @QueryParam("fields") @Nullable String fields) {
            return Uni.createFrom().nullItem();
        }
    }

    @Test
    void onlyTheIdIsAlwaysThere() {
        String envelope = list.at("/responses/200/content/application~1json/schema/$ref")
                .asText()
                .substring(1);
        assertThat(document.at(envelope + "/properties/data/items/$ref").asText())
                .endsWith("/PartialNoteView");
        JsonNode partial = document.at("/components/schemas/PartialNoteView");
        assertThat(partial.path("required")).hasToString("[\"_id\"]");
        assertThat(partial.path("properties").has("text")).isTrue();
    }

    @Test
    void textOfAnyLengthCanBeTooLong() {
        assertThat(list.at("/responses/414/$ref").asText())
                .isEqualTo("#/components/responses/ApplicationRequestURITooLong");
    }
}
