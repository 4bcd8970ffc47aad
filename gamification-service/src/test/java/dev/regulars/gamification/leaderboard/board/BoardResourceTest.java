package dev.regulars.gamification.leaderboard.board;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.testkit.Tokens.user;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberRolesChanged;
import dev.regulars.events.community.CommunityEvent.RoleDeleted;
import dev.regulars.gamification.Members;
import dev.regulars.gamification.leaderboard.Board;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BoardResourceTest {

    KafkaRecords records;

    final Board boards = new Board(new Members());
    final String community = boards.members().community;
    final String ana = id();

    @Test
    void aBoardIsCreatedReadChangedAndDeleted() {
        String id = boards.byKey()
                .body(Board.body(Map.of(
                        "name",
                        "Most active",
                        "timeZone",
                        5.3,
                        "startTime",
                        Map.of("hours", 12, "minutes", 30, "ampm", "AM"),
                        "widget",
                        Map.of(
                                "enabled",
                                true,
                                "whitelistedDomains",
                                List.of("partner.example.com"),
                                "size",
                                Map.of("type", "custom", "value", Map.of("width", 300, "height", 400)),
                                "button",
                                Map.of("enabled", true, "text", "Join", "link", "https://example.com")))))
                .post("/application/leaderboards")
                .then()
                .statusCode(201)
                .body("message", equalTo("Create leaderboard success."))
                .body("data.communityID", equalTo(community))
                .body("data.rankBy", equalTo("xp"))
                .body("data.enabled", equalTo(true))
                .body("data.hasNoEndDate", equalTo(true))
                .body("data.duration.start", equalTo("2020-01-01"))
                .body("data.displayedFields", contains("score"))
                .body("data.tieRule", equalTo("shared"))
                .body("data.widget.size.value.width", equalTo(300))
                .extract()
                .path("data._id");

        boards.byKey()
                .body(Map.of("tieRule", "dense", "endDate", "2030-01-01"))
                .patch("/application/leaderboards/{id}", id)
                .then()
                .statusCode(200)
                .body("data.name", equalTo("Most active"))
                .body("data.timeZone", equalTo(5.3f))
                .body("data.hasNoEndDate", equalTo(false))
                .body("data.tieRule", equalTo("dense"));
        boards.byKey()
                .noFilters() // the document describes the whole
                .queryParam("fields", "name,slug")
                .get("/application/leaderboards/{id}", id)
                .then()
                .statusCode(200)
                .body("data.keySet()", hasSize(3))
                .body("data._id", equalTo(id));
        boards.byKey().delete("/application/leaderboards/{id}", id).then().statusCode(200);
        boards.byKey().get("/application/leaderboards/{id}", id).then().statusCode(404);
    }

    @Test
    void olderNamesAreTakenToo() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Old",
                "slug",
                "old",
                "rankBy",
                "coins",
                "displayedFields",
                List.of("score", "username"),
                "displayFieldsOrder",
                List.of("username", "level", "score"),
                "duration",
                Map.of("start", "2026-01-01T00:00:00.000Z", "end", "2026-12-31T00:00:00.000Z"),
                "enabled",
                true));
        boards.byKey()
                .body(body)
                .post("/application/leaderboards")
                .then()
                .statusCode(201)
                .body("data.rankingField", equalTo("coins"))
                .body("data.displayedColumns[1].visible", equalTo(false))
                .body("data.displayedFields", contains("username", "score"))
                .body("data.endDate", equalTo("2026-12-31T00:00:00.000Z"))
                .body("data.isEnabled", equalTo(true));
        boards.byKey().body(body).post("/application/leaderboards").then().statusCode(409);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        boards.byKey()
                .body(Map.of())
                .post("/application/leaderboards")
                .then()
                .statusCode(400)
                .body("meta.errors.field", hasItem("rankingField"))
                .body("meta.errors.field", hasItem("startDate"));
        refuses("timeZone", Map.of("timeZone", 5.2));
        refuses("endDate", Map.of("endDate", "2019-12-31"));
        refuses("endDate", Map.of("hasNoEndDate", false));
        refuses("startDate", Map.of("startDate", "yesterday"));
        refuses("topRankLimit", Map.of("topRankOnly", true));
        refuses("rankingField", Map.of("rankingField", "height"));
        refuses("allowedTimeFilters", Map.of("allowedTimeFilters", List.of("hourly")));
        refuses("slug", Map.of("slug", "Not a slug"));
    }

    @Test
    void boardsAreSearchedSortedAndPaged() {
        boards.create(Map.of("name", "Coins of spring", "slug", "a-spring"));
        boards.create(Map.of("name", "Autumn", "slug", "b-coins"));
        boards.create(Map.of("name", "Winter", "slug", "c-winter"));

        boards.byKey()
                .queryParam("search", "keyword:COINS")
                .queryParam("sort", "name:desc")
                .queryParam("limit", 1)
                .get("/application/leaderboards")
                .then()
                .statusCode(200)
                .body("message", equalTo("Read leaderboards success."))
                .body("data.name", contains("Coins of spring"))
                .body("meta.total", equalTo(2))
                .body("meta.page", equalTo(1));
        boards.byKey()
                .queryParam("sort", "colour:asc")
                .get("/application/leaderboards")
                .then()
                .statusCode(400);
    }

    @Test
    void membersSeeTheBoardsThatTheyMayView() {
        String role = id();
        String open = boards.create(Map.of());
        String hidden = boards.create(Map.of("isEnabled", false));
        String forRole = boards.create(Map.of("allowedRolesToView", List.of(role)));
        String forAna = boards.create(Map.of("allowedUsersToView", List.of(ana)));

        sees(open, 200);
        sees(hidden, 404);
        sees(forRole, 404);
        sees(forAna, 200);
        user(id(), community, "member")
                .get("/application/leaderboards")
                .then()
                .body("data._id", contains(open))
                .body("meta.total", equalTo(1));
        records.put(Topic.COMMUNITY, new MemberRolesChanged(community, ana, List.of(role)), 1);
        await().untilAsserted(() -> sees(forRole, 200));
        records.put(Topic.COMMUNITY, new RoleDeleted(community, role), 1);
        await().untilAsserted(() -> sees(forRole, 404));
        boards.byKey()
                .get("/application/leaderboards/{id}", hidden)
                .then()
                .statusCode(200)
                .body("data.endDate", nullValue());
    }

    private void sees(String board, int status) {
        user(ana, community, "member")
                .get("/application/leaderboards/{board}/ranks", board)
                .then()
                .statusCode(status);
    }

    private void refuses(String field, Map<String, ?> more) {
        boards.byKey()
                .body(Board.body(more))
                .post("/application/leaderboards")
                .then()
                .statusCode(400)
                .body("meta.errors[0].field", containsString(field));
    }
}
