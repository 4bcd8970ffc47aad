package dev.regulars.identity.directory.history;

import static dev.regulars.events.DomainEvent.typeOf;
import static dev.regulars.testkit.Tokens.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.regulars.events.Topic;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.testkit.Tokens;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HistoryTest {

    KafkaRecords records;

    final String community = Ids.next();
    final String root = "/application/communities/" + community;

    String member;
    String field;

    @BeforeEach
    void createMemberAndField() {
        member = TestMembers.create(community).id();
        field = field("revenue", "numerical");
    }

    @Test
    void changeIsListedFourWaysWithItsActor() {
        add(field, 5)
                .then()
                .statusCode(201)
                .body("message", equalTo("Create user field history success."))
                .body("data.value", equalTo(5))
                .body("data.previousValue", nullValue())
                .body("data.userId", equalTo(member))
                .body("data.customFieldId", equalTo(field))
                .body("data.createdBy", equalTo("0".repeat(24)))
                .body("data.actor.kind", equalTo("key"))
                .body("data.source", equalTo("api"));
        add(field, 7.5).then().statusCode(201).body("data.previousValue", equalTo(5));

        for (String list : List.of(
                "/user-field-histories",
                "/user-fields/" + field + "/histories",
                "/users/" + member + "/user-field-histories",
                "/users/" + member + "/user-fields/" + field + "/histories")) {
            caller().get(root + list + "?limit=1")
                    .then()
                    .statusCode(200)
                    .body("meta.page", equalTo(1))
                    .body("meta.limit", equalTo(1))
                    .body("meta.total", equalTo(2))
                    .body("data.value", contains(7.5f));
        }
        assertThat(records.typesAbout(Topic.IDENTITY, community + ":" + member, 3))
                .filteredOn(typeOf(MemberFieldChanged.class)::equals)
                .hasSize(2);
    }

    @Test
    void sameValueLeavesNoEntry() {
        String first = add(field, 5).path("data._id");

        add(field, 5.0).then().statusCode(201).body("data._id", equalTo(first));

        entries().then().body("data", hasSize(1));
    }

    @Test
    void unknownMembersFieldsAndTimesAreRefused() {
        String nobody = Ids.next();
        caller().get(root + "/users/" + nobody + "/user-field-histories").then().statusCode(404);
        caller().get(root + "/users/" + member + "/user-fields/" + nobody + "/histories")
                .then()
                .statusCode(404);
        add(nobody, 5).then().statusCode(404);
        caller().body(Map.of("fieldId", field, "value", 5))
                .post(root + "/users/" + nobody + "/user-field-histories")
                .then()
                .statusCode(404);
        add(field, "much").then().statusCode(400);
        caller().body(Map.of("fieldId", field, "value", 5, "createdAt", "2999-01-01T00:00:00Z"))
                .post(root + "/users/" + member + "/user-field-histories")
                .then()
                .statusCode(400)
                .body("meta.errors[0].message", equalTo("createdAt must not be in the future"));
        caller().get(root + "/users/" + member + "/user-fields?asOf=soon")
                .then()
                .statusCode(400);
        entries().then().body("data", hasSize(0));
    }

    @Test
    void fiftyWritersAtOnceLeaveOneEntryEachAndTheLastOneIsTheValue() {
        List<Response> answers = Concurrently.call(50, number -> add(field, number));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        List<Map<String, Object>> newestFirst = entries(100).path("data");
        assertThat(newestFirst).hasSize(50);
        assertThat(newestFirst.getFirst().get("value")).isEqualTo(valueNow());
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            assertThat(newestFirst.get(i).get("previousValue"))
                    .isEqualTo(newestFirst.get(i + 1).get("value"));
        }
    }

    @Test
    void asOfEqualsAReplayAtTwoHundredRandomTimes() {
        var random = new Random(7);
        List<String> fields = List.of(field, field("city", "text"), field("vip", "boolean"));
        Concurrently.call(40, number -> {
            int which = number % 3;
            return add(
                    fields.get(which),
                    which == 0 ? number : which == 1 ? (Object) ("c" + number % 4) : (Object) (number % 2 == 0));
        });
        List<Map<String, Object>> entries = new ArrayList<>(entries(100).<List<Map<String, Object>>>path("data"));
        java.util.Collections.reverse(entries);
        long from = at(entries.getFirst()).toEpochMilli() - 5;
        long to = at(entries.getLast()).toEpochMilli() + 5;

        for (int i = 0; i < 200; i++) {
            Instant time = Instant.ofEpochMilli(from + random.nextLong(to - from + 1));
            Map<String, Object> replayed = new HashMap<>();
            List.of("revenue", "city", "vip").forEach(name -> replayed.put(name, null));
            entries.stream()
                    .filter(entry -> !at(entry).isAfter(time))
                    .forEach(entry -> replayed.put(name(fields, entry), entry.get("value")));
            Map<String, Object> asOf = caller().get(root + "/users/" + member + "/user-fields?asOf=" + time)
                    .path("data.fields");
            assertThat(asOf).as(time.toString()).isEqualTo(replayed);
        }
    }

    @Test
    void entryOfAnEarlierTimeLeavesTheValueOfNow() {
        add(field, 5);
        addAt(9, "2020-01-01T00:00:00Z")
                .then()
                .statusCode(201)
                .body("data.createdAt", equalTo("2020-01-01T00:00:00.000Z"));
        addAt(9, "2020-02-01T00:00:00Z").then().statusCode(201);

        entries().then().body("data.value", contains(5, 9));
        assertThat(valueNow()).isEqualTo(5);
        caller().get(root + "/users/" + member + "/user-fields?asOf=2020-06-01")
                .then()
                .body("data.fields.revenue", equalTo(9));
        caller().get(root + "/users/" + member + "/user-fields?asOf=2019-06-01")
                .then()
                .body("data.fields.revenue", nullValue());
    }

    @Test
    void repeatHasTheEffectOfOne() {
        String repeat = UUID.randomUUID().toString();

        List<Response> answers = Concurrently.call(8, twin -> caller().header("Idempotency-Key", repeat)
                .body(Map.of("fieldId", field, "value", 3))
                .post(root + "/users/" + member + "/user-field-histories"));

        assertThat(answers).allMatch(answer -> answer.statusCode() == 201);
        entries().then().body("data", hasSize(1));
    }

    @Test
    void causeOfAnotherServiceHasItsEffectOnce() {
        for (int value : List.of(1, 2, 1)) {
            Tokens.service("webhook-service")
                    .body(Map.of(
                            "communityId",
                            community,
                            "accountId",
                            member,
                            "fields",
                            Map.of("revenue", value),
                            "cause",
                            "call-" + value + community))
                    .post("/internal/custom-fields")
                    .then()
                    .statusCode(200);
        }

        entries().then().body("data.value", contains(2, 1)).body("data.source", contains("webhook", "webhook"));
    }

    private String field(String name, String type) {
        return caller().body(Map.of("field", name, "name", name, "type", type))
                .post(root + "/user-fields")
                .path("data._id");
    }

    private Response add(String fieldId, Object value) {
        return caller().body(Map.of("fieldId", fieldId, "value", value))
                .post(root + "/users/" + member + "/user-field-histories");
    }

    private Response addAt(Object value, String time) {
        return caller().body(Map.of("fieldId", field, "value", value, "createdAt", time))
                .post(root + "/users/" + member + "/user-field-histories");
    }

    private Response entries() {
        return entries(20);
    }

    private Response entries(int limit) {
        return caller().get(root + "/users/" + member + "/user-field-histories?limit=" + limit);
    }

    private Object valueNow() {
        return caller().get(root + "/users/" + member + "/user-fields").path("data.fields.revenue");
    }

    private static Instant at(Map<String, Object> entry) {
        return Instant.parse((String) entry.get("createdAt"));
    }

    private static String name(List<String> fields, Map<String, Object> entry) {
        return List.of("revenue", "city", "vip").get(fields.indexOf((String) entry.get("customFieldId")));
    }

    private RequestSpecification caller() {
        return key(community, "userFields");
    }
}
