package dev.regulars.gamification.streak;

import static dev.regulars.testkit.Tokens.key;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.gamification.Members;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class StreakResourceTest {

    final Members members = new Members();

    @Test
    void streaksAreListedInTheirOrderAsDocumented() {
        create(body()).then().statusCode(201).body("message", equalTo("Streak created successfully"));
        create(body()).then().statusCode(201).body("data.order", equalTo(1));

        byKey().get("/integration/streaks?page=1&limit=1")
                .then()
                .statusCode(200)
                .body("status", equalTo("success"))
                .body("message", nullValue())
                .body("data", hasSize(1))
                .body("data[0]._id", notNullValue())
                .body("data[0].communityId", equalTo(members.community))
                .body("data[0].timezone", equalTo("utc_gmt"))
                .body("data[0].startDate", equalTo("2026-04-07T00:00:00.000Z"))
                .body("data[0].timeframe", equalTo(Map.of("value", "daily", "count", 1)))
                .body("data[0].action.operator", equalTo("and"))
                .body("data[0].action.conditions[0].action", equalTo("messages"))
                .body("data[0].action.conditions[0]._id", notNullValue())
                .body("data[0].activeDays", equalTo(List.of("Monday", "Sunday")))
                .body("data[0].__v", equalTo(0))
                .body("pagination.total", equalTo(2))
                .body("pagination.hasNextPage", equalTo(true));
    }

    @Test
    void aStreakIsChangedAndDeleted() {
        String streak = create(body()).path("data._id");
        Map<String, Object> changed = body();
        changed.put("name", "Talk");
        changed.put("timezone", "Europe/Lisbon");
        byKey().body(changed)
                .put("/integration/streaks/{id}", streak)
                .then()
                .statusCode(200)
                .body("message", equalTo("Streak updated successfully"))
                .body("data.name", equalTo("Talk"))
                .body("data.timezone", equalTo("Europe/Lisbon"))
                .body("data.__v", equalTo(1));
        byKey().delete("/integration/streaks/{id}", streak)
                .then()
                .statusCode(200)
                .body("message", equalTo("Streak deleted successfully"));
        byKey().body(changed).put("/integration/streaks/{id}", streak).then().statusCode(404);
        byKey().delete("/integration/streaks/{id}", streak).then().statusCode(404);
    }

    @Test
    void streaksAreSwitchedOffAndOn() {
        for (boolean enabled : new boolean[] {false, false, true}) {
            byKey().body(Map.of("enabled", enabled))
                    .put("/integration/streaks/settings")
                    .then()
                    .statusCode(200)
                    .body("data", equalTo(Map.of("enabled", enabled)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            timezone       | Mars/Base                | timezone must be utc_gmt or an IANA time zone
            startDate      | tomorrow                 | startDate must be a date in the form YYYY-MM-DD
            startDate      | 1066-10-14               | startDate must be between 1990 and 2199
            name           | ''                       | name is required
            activeDaysType | sometimes                | activeDaysType must be one of: everyday, weekdays, weekends, custom
            """)
    void whatIsNoStreakIsRefused(String field, String value, String message) {
        Map<String, Object> wrong = body();
        wrong.put(field, value);

        create(wrong).then().statusCode(400).body("message", equalTo(message));
    }

    @Test
    void conditionsAreOfThingsThatAreCounted() {
        Map<String, Object> wrong = body();
        wrong.put("action", Map.of("operator", "and", "conditions", List.of(Map.of("action", "sneezes", "value", 1))));
        create(wrong).then().statusCode(400);
        wrong.put("action", Map.of("operator", "and", "conditions", List.of()));
        create(wrong).then().statusCode(400);
        wrong.put("action", Map.of("operator", "and", "conditions", List.of(Map.of("action", "messages", "value", 0))));
        create(wrong).then().statusCode(400);
        wrong = body();
        wrong.put("activeDays", List.of());
        create(wrong).then().statusCode(400).body("message", equalTo("activeDays is required"));
    }

    @Test
    void thereIsRoomForAHundred() {
        for (int i = 0; i < 100; i++) {
            create(body()).then().statusCode(201);
        }
        create(body()).then().statusCode(409).body("message", equalTo("limit reached: streaks 100"));
    }

    private Response create(Map<String, Object> body) {
        return byKey().body(body).post("/integration/streaks");
    }

    private static Map<String, Object> body() {
        return new HashMap<>(Map.of(
                "name", "Daily talk",
                "timezone", "utc_gmt",
                "startDate", "2026-04-07",
                "timeframe", Map.of("value", "daily", "count", 1),
                "action", Map.of("operator", "and", "conditions", List.of(Map.of("action", "messages", "value", 3))),
                "activeDaysType", "custom",
                "activeDays", List.of("Monday", "Sunday")));
    }

    private RequestSpecification byKey() {
        return key(members.community, "streaks");
    }
}
