package dev.regulars.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.regulars.web.openapi.NoteResource.CountedPages;
import dev.regulars.web.openapi.NoteResource.NotePages;
import org.junit.jupiter.api.Test;

class ValuesAndPagesTest {

    private final JsonNode document = Documents.of(NotePages.class, CountedPages.class);
    private final JsonNode change = document.at("/components/schemas/NoteChange");

    @Test
    void aPageIsAListAndItsPlaceStandsInTheEnvelope() {
        JsonNode list = document.at("/paths/~1application~1pages/get");
        JsonNode envelope = schema(list);

        assertThat(envelope.at("/properties/data/items/$ref").asText()).endsWith("/NoteView");
        JsonNode meta =
                document.at(envelope.at("/properties/meta/$ref").asText().substring(1));
        assertThat(meta.path("required")).hasToString("[\"status\",\"statusCode\",\"limit\"]");
        assertThat(meta.path("properties").has("nextCursor")).isTrue();
        JsonNode example = list.at("/responses/200/content/application~1json/example");
        assertThat(example.at("/meta/limit").asInt()).isEqualTo(50);
        assertThat(example.path("data")).hasSize(1);
        assertThat(list.at("/parameters/1/schema/maximum").asInt()).isEqualTo(200);
    }

    @Test
    void countedPagesOfTheIntegrationFamilyHaveAMemberOfTheirOwn() {
        JsonNode list = document.at("/paths/~1integration~1pages/get");

        assertThat(schema(list).at("/properties/pagination/$ref").asText()).endsWith("/Pagination");
        assertThat(schema(list).path("required")).hasToString("[\"status\",\"data\",\"pagination\"]");
        assertThat(list.at("/responses/200/content/application~1json/example/pagination/total")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aMemberOfAPatchIsWhatItHoldsOrNull() {
        assertThat(change.at("/properties/text/type")).hasToString("[\"string\",\"null\"]");
        assertThat(change.at("/properties/text/maxLength").asInt()).isEqualTo(100);
        assertThat(change.at("/properties/color/anyOf")).hasSize(2);
        assertThat(document.at("/components/schemas/NoteColor/enum")).hasToString("[\"red\",\"blue\"]");
        assertThat(change.path("required")).hasToString("[\"password\"]");
    }

    @Test
    void aSecretIsAPasswordWithItsConstraints() {
        assertThat(change.at("/properties/password/type").asText()).isEqualTo("string");
        assertThat(change.at("/properties/password/format").asText()).isEqualTo("password");
        assertThat(change.at("/properties/password/minLength").asInt()).isEqualTo(8);
    }

    @Test
    void whatTheScanMadeOfThemIsGone() {
        assertThat(document.at("/components/schemas").fieldNames())
                .toIterable()
                .noneMatch(name -> name.startsWith("Patch") || name.equals("Secret") || name.equals("PageNoteView"));
    }

    @Test
    void nothingIsAnEmptyObject() {
        JsonNode patch = document.at("/paths/~1application~1pages/patch");

        assertThat(patch.at("/responses/200/content/application~1json/example/data"))
                .hasToString("{}");
    }

    private JsonNode schema(JsonNode operation) {
        return document.at(operation
                .at("/responses/200/content/application~1json/schema/$ref")
                .asText()
                .substring(1));
    }
}
