package dev.regulars.identity.directory.field;

import static dev.regulars.testkit.Tokens.key;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.regulars.identity.StoredDocuments;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.web.value.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class UserFieldTest {
    @Inject
    StoredDocuments stored;

    final String community = Ids.next();
    final String path = "/application/communities/" + community + "/user-fields";

    @Test
    void createdFieldIsListedBesideTheDefaultOnes() {
        String id = create("deposit amount", "numerical")
                .then()
                .statusCode(201)
                .body("message", equalTo("Create user field successful"))
                .body("data.field", equalTo("deposit-amount"))
                .body("data.type", equalTo("numerical"))
                .body("data.communityId", equalTo(community))
                .extract()
                .path("data._id");

        caller().get(path)
                .then()
                .statusCode(200)
                .body("message", equalTo("Get user fields success."))
                .body("data.field", hasItems("email", "first_name", "xp", "deposit-amount"));
        caller().get(path + "/" + id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Get user field success."))
                .body("data.aliases", hasSize(0));
    }

    @ParameterizedTest
    @CsvSource({"number, numerical", "text, single-line-text", "boolean, boolean", "date, date"})
    void olderNamesOfTypesAreAccepted(String asked, String type) {
        create("a", asked).then().statusCode(201).body("data.type", equalTo(type));
    }

    @Test
    void requestsOfTheOldestVersionAreAccepted() {
        caller().body(Map.of(
                        "name",
                        "Favourite Opening!",
                        "type",
                        "select",
                        "description",
                        "Which one",
                        "required",
                        false,
                        "defaultValue",
                        "Italian",
                        "options",
                        List.of("Italian", "Spanish")))
                .post(path)
                .then()
                .statusCode(201)
                .body("data.field", equalTo("Favourite-Opening"))
                .body("data.type", equalTo("select"));
        caller().get(path)
                .then()
                .body("data.find { it.field == 'Favourite-Opening' }.defaultValue", equalTo("Italian"));
    }

    @Test
    void renamedFieldIsFoundByItsFormerName() {
        String member = TestMembers.create(community).id();
        String id = create("revenue", "numerical").path("data._id");

        update(id, Map.of("field", "turnover", "name", "Turnover", "type", "numerical"))
                .then()
                .statusCode(200)
                .body("message", equalTo("Updated user field"))
                .body("data.field", equalTo("turnover"))
                .body("data.aliases", contains("revenue"));
        create("revenue", "date").then().statusCode(409);
        service(member, Map.of("revenue", 5)).then().statusCode(200);
        update(id, Map.of("field", "revenue", "name", "Revenue", "type", "numerical"))
                .then()
                .body("data.field", equalTo("revenue"))
                .body("data.aliases", contains("turnover"));
    }

    @Test
    void deletedFieldKeepsItsValuesAndFreesItsName() {
        String member = TestMembers.create(community).id();
        String id = create("revenue", "numerical").path("data._id");
        service(member, Map.of("revenue", 5)).then().statusCode(200);

        caller().delete(path + "/" + id)
                .then()
                .statusCode(200)
                .body("message", equalTo("Deleted user field"))
                .body("data._id", equalTo(id));

        caller().get(path + "/" + id).then().statusCode(404);
        caller().get(path).then().body("data.field", not(hasItems("revenue")));
        caller().get(path + "/" + id + "/histories").then().statusCode(200).body("data", hasSize(1));
        create("revenue", "date").then().statusCode(201);
    }

    @Test
    void anotherTypeIsTriedOutAndConvertsWhatIsStored() {
        String misfit = TestMembers.create(community).id();
        String fit = TestMembers.create(community).id();
        String id = create("score", "text").path("data._id");
        service(misfit, Map.of("score", "a lot")).then().statusCode(200);
        service(fit, Map.of("score", "12.50")).then().statusCode(200);
        Map<String, Object> numerical = Map.of("name", "Score", "type", "numerical");

        caller().body(numerical)
                .put(path + "/" + id + "?dryRun=true")
                .then()
                .statusCode(200)
                .body("data.fit", equalTo(1))
                .body("data.misfit", equalTo(1))
                .body("data.examples[0].userId", equalTo(misfit))
                .body("data.examples[0].value", equalTo("a lot"));
        update(id, numerical).then().statusCode(409).header("X-Error-Code", "field_values_misfit");
        service(misfit, Map.of("score", "3")).then().statusCode(200);
        update(id, numerical).then().statusCode(200).body("data.type", equalTo("numerical"));

        await().atMost(ofSeconds(15))
                .until(() -> value(fit, id).equals(12.5) && value(misfit, id).equals(3.0));
        assertThat(pairs(fit)).containsExactly(new Document("k", id).append("v", 12.5));
        service(fit, Map.of("score", "x"))
                .then()
                .statusCode(400)
                .body("message", equalTo("score must be a number of at most 15 digits before the point"));
    }

    private Response create(String field, String type) {
        var body = new HashMap<String, Object>(Map.of("field", field, "name", "Name of " + type, "type", type));
        return caller().body(body).post(path);
    }

    private Response update(String id, Map<String, Object> body) {
        return caller().body(body).put(path + "/" + id);
    }

    private Response service(String member, Map<String, Object> values) {
        return dev.regulars.testkit.Tokens.service("webhook-service")
                .body(Map.of("communityId", community, "accountId", member, "fields", values, "cause", Ids.next()))
                .post("/internal/custom-fields");
    }

    private RequestSpecification caller() {
        return key(community, "userFields");
    }

    private Object value(String member, String field) {
        return member(member).get("fields", Document.class).get(field);
    }

    private List<Document> pairs(String member) {
        return member(member).getList("attributes", Document.class);
    }

    private Document member(String account) {
        return stored.collection("members")
                .find(new Document("_id", community + ":" + account))
                .collect()
                .first()
                .await()
                .atMost(ofSeconds(10));
    }
}
