package dev.regulars.eventing.operation;

import static dev.regulars.eventing.operation.OperationTest.plain;
import static dev.regulars.testkit.Tokens.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages of contract §2.3, each in its family's form. */
@QuarkusTest
class PageTest {

    final String community = Ids.next();

    @Inject
    Outbox outbox;

    @BeforeEach
    void fiveCardsOfWhichTwoHaveOneTitle() {
        var mine = CommunityId.trusted(community);
        for (String title : List.of("a", "b", "b", "c", "d")) {
            CardDocument.of(mine, Ids.next(), title)
                    .add(outbox.alone(), mine)
                    .await()
                    .indefinitely();
        }
    }

    @Test
    void byCursorEveryCardComesOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = get("/application/communities/" + community + "/cards?limit=2"
                    + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200).body("meta.limit", equalTo(2)).body("meta.total", nullValue());
            seen.addAll(page.path("data.title"));
            cursor = page.path("meta.nextCursor");
        } while (cursor != null);

        assertThat(seen).containsExactly("d", "c", "b", "b", "a");
    }

    @Test
    void byPageTheIntegrationFamilyTellsThePages() {
        get("/integration/cards?page=2&limit=2")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", nullValue())
                .body("data.title", contains("b", "b"))
                .body("pagination.total", equalTo(5))
                .body("pagination.currentPage", equalTo(2))
                .body("pagination.totalPages", equalTo(3))
                .body("pagination.hasNextPage", equalTo(true))
                .body("pagination.hasPrevPage", equalTo(true));
    }

    @Test
    void bySkipTheApplicationFamilyTellsThemInMeta() {
        get("/application/cards?skip=4")
                .then()
                .statusCode(200)
                .body("data.title", contains("a"))
                .body("meta.skip", equalTo(4))
                .body("meta.limit", equalTo(20))
                .body("meta.total", equalTo(5));
    }

    @Test
    void theSystemFamilyHasItsOwnEnvelope() {
        get("/system/cards")
                .then()
                .statusCode(200)
                .body("meta.success", equalTo(true))
                .body("meta.message", equalTo("Cards have been read successfully"))
                .body("meta.devMessage", equalTo("Cards have been read successfully"))
                .body("body", hasSize(5));
        plain(user("a".repeat(24), community, "member"))
                .post("/system/cards/nothing")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("body", equalTo(java.util.Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/application/cards?limit=0        | limit must be a whole number from 1 to 100",
                "/application/cards?limit=101      | limit must be a whole number from 1 to 100",
                "/application/cards?limit=two      | limit must be a whole number from 1 to 100",
                "/application/cards?skip=-1        | skip must be a whole number from 0 to 1000000",
                "/application/cards?limit=99999999999999999999 | limit must be a whole number from 1 to 100",
            })
    void whatIsNoPageIsRefused(String path, String message) {
        get(path).then().statusCode(400).body("meta.errors[0].message", equalTo(message));
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        for (String cursor : List.of("x", "e30", "eyJ0aXRsZSI6eyIkZ3QiOiIifSwiX2lkIjoiYSJ9")) {
            get("/application/communities/" + community + "/cards?cursor=" + cursor)
                    .then()
                    .statusCode(400)
                    .body("meta.errors[0].message", equalTo("cursor is not one of this list"));
        }
    }

    @Test
    void aCursorOfAnotherCommunityIsRefused() {
        String cursor =
                get("/application/communities/" + community + "/cards?limit=2").path("meta.nextCursor");
        String other = Ids.next();
        plain(user("a".repeat(24), other, "member"))
                .get("/application/communities/" + other + "/cards?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("cursor is not one of this list"));
    }

    private Response get(String path) {
        return plain(user("a".repeat(24), community, "member")).get(path);
    }
}
