package dev.regulars.webhook.incoming;

import static io.restassured.RestAssured.given;

import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.TestEnvironment;
import dev.regulars.webhook.TestEnvironment.InternalCall;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.bson.types.ObjectId;

/** Incoming webhooks of a community, and what their calls did. */
record IncomingHooks(TestCommunity community, String account) {

    /** With Ben, who is a member. */
    static IncomingHooks of(TestCommunity community) {
        String account = new ObjectId().toHexString();
        TestEnvironment.PROFILES.put(community.id + ":ben@example.com", new JsonObject("""
                {"asked":"ben@example.com","accountId":"%s","userId":"7","username":"ben","email":"ben@example.com",
                 "firstName":"Ben","lastName":"Okri","displayName":"Ben","isMember":true}""".formatted(account)));
        return new IncomingHooks(community, account);
    }

    static JsonObject hook(String action) {
        return new JsonObject().put("name", "Broker").put("action", action);
    }

    static String currency(String operation, int amount) {
        return new JsonObject()
                .put("email", "ben@example.com")
                .put("operation", operation)
                .put("amount", amount)
                .encode();
    }

    JsonPath create(JsonObject hook) {
        return community
                .key()
                .body(hook.encode())
                .post("/application/incoming-webhooks")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .setRootPath("data");
    }

    static String path(JsonPath hook) {
        return "/incoming/" + hook.getString("_id");
    }

    static RequestSpecification withKey(JsonPath hook) {
        return given().contentType("application/json").header("x-api-key", hook.getString("apiKey"));
    }

    static Response call(JsonPath hook, String body) {
        return withKey(hook).body(body).post(path(hook));
    }

    List<JsonObject> calls(String path) {
        return TestEnvironment.CALLS.stream()
                .filter(call -> call.path().equals(path)
                        && call.body().getString("communityId").equals(community.id))
                .map(InternalCall::body)
                .toList();
    }
}
