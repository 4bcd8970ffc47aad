package dev.regulars.gamification.leaderboard;

import static dev.regulars.testkit.Tokens.key;

import dev.regulars.gamification.Members;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Boards of a community of a test. */
public record Board(Members members) {

    /** What a board needs; {@code more} replaces and adds. */
    public static Map<String, Object> body(Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name",
                "Board",
                "slug",
                "board-" + Members.id().substring(0, 6),
                "rankingField",
                "xp",
                "displayedColumns",
                List.of(Map.of("column", "score", "visible", true, "order", 1)),
                "startDate",
                "2020-01-01",
                "isEnabled",
                true));
        body.putAll(more);
        return body;
    }

    public String create(Map<String, ?> more) {
        return byKey().body(body(more))
                .post("/application/leaderboards")
                .then()
                .statusCode(201)
                .extract()
                .path("data._id");
    }

    public ValidatableResponse ranks(String board, Map<String, ?> query) {
        return byKey().queryParams(query)
                .get("/application/leaderboards/{board}/ranks", board)
                .then()
                .statusCode(200);
    }

    public ValidatableResponse rank(String board, String member) {
        return byKey().get("/application/leaderboards/{board}/ranks/{member}", board, member)
                .then()
                .statusCode(200);
    }

    public void score(String member, String unit, long amount) {
        members.post(Members.id(), "issuer", member, Map.of(unit, amount))
                .then()
                .statusCode(200);
    }

    public RequestSpecification byKey() {
        return key(members.community, "leaderboard");
    }
}
