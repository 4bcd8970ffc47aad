package dev.regulars.gamification.activity;

import static dev.regulars.gamification.Members.id;
import static dev.regulars.gamification.Members.line;
import static dev.regulars.testkit.Tokens.key;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.regulars.gamification.Members;
import dev.regulars.testkit.IdentityStub;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ActivityResourceTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    IdentityStub identity;

    final Members members = new Members();
    final String ana = id();

    @BeforeEach
    void know() {
        identity.add(members.community, ana, "42", "ana");
        post("today", 0, Map.of("xp", 20L, "coins", 5L, "messages", 2L));
        post("yesterday", 1, Map.of("xp", 10L, "replies", 1L, "reactions", 3L));
    }

    @Test
    void historyComesDayByDayTheNewestFirst() {
        byKey().get("/integration/users/activity/daily?identifier=ana@example.com&identifier_type=email&days=2")
                .then()
                .statusCode(200)
                .body("message", equalTo("User gamification stats fetched successfully"))
                .body("data.user_id", equalTo("42"))
                .body("data.range.end_date", equalTo(TODAY.toString()))
                .body("data.totals.xp", equalTo(30))
                .body("data.daily_stats.xp", equalTo(List.of(20, 10)))
                .body("data.daily_stats[0].date", equalTo(TODAY.toString()));
        byKey().get("/integration/users/activity/daily?identifier=42&identifier_type=id")
                .then()
                .body("data.daily_stats", hasSize(30));
    }

    @Test
    void statsCountWhatWasDone() {
        byKey().body(Map.of("identifier", "ana", "identifier_type", "username", "days", 2))
                .post("/integration/users/activity/stats")
                .then()
                .statusCode(200)
                .body("data.totals.messages", equalTo(2))
                .body("data.totals.reaction", equalTo(3))
                .body("data.daily_stats.replies", equalTo(List.of(0, 1)))
                .body("data.totals.socials", equalTo(0));
    }

    @Test
    void oneDayOfSeveralMembers() {
        String date = TODAY.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        byKey().body(Map.of(
                        "identifier",
                        List.of("ana@example.com", "nobody@example.com"),
                        "identifier_type",
                        "email",
                        "date",
                        date))
                .post("/integration/users/activity/daily")
                .then()
                .statusCode(200)
                .body("data.date", equalTo(date))
                .body("data.pagination.total", equalTo(2))
                .body("data.pagination.found", equalTo(1))
                .body("data.results", hasSize(1))
                .body("data.results[0].user_id", equalTo(ana))
                .body("data.results[0].xp", equalTo(20));
    }

    @Test
    void logsAreThePostingsThatChangedXpOrCoins() {
        post("count", 0, Map.of("messages", 1L));

        byKey().body(Map.of("identifier", "ana@example.com", "identifier_type", "email"))
                .post("/integration/users/activity/logs")
                .then()
                .statusCode(200)
                .body("message", equalTo("User gamification logs fetched successfully"))
                .body("data.pagination.total", equalTo(2))
                .body("data.results.xp", equalTo(List.of(20, 10)))
                .body("data.results[0].action", equalTo("test"));
    }

    @Test
    void whatIsNoQuestionIsRefusedInWords() {
        byKey().get("/integration/users/activity/daily?identifier=x@example.com&identifier_type=email")
                .then()
                .statusCode(404);
        byKey().get("/integration/users/activity/daily?identifier=x&identifier_type=phone")
                .then()
                .statusCode(400)
                .body("message", equalTo("identifier_type must be one of: email, id, username"));
        byKey().body(Map.of("identifier", List.of("x"), "identifier_type", "id", "date", "31/02/2026"))
                .post("/integration/users/activity/daily")
                .then()
                .statusCode(400)
                .body("message", equalTo("date must be a date in the form DD/MM/YYYY"));
    }

    private void post(String cause, int daysAgo, Map<String, Long> changes) {
        var line = line("issuer", ana, changes);
        line.put("happenedAt", Instant.now().minusSeconds(86_400L * daysAgo).toString());
        members.post(cause, List.of(line)).then().statusCode(200);
    }

    private RequestSpecification byKey() {
        return key(members.community, "getUserStats");
    }
}
