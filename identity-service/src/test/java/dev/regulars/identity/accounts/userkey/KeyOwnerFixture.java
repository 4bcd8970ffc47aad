package dev.regulars.identity.accounts.userkey;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.identity.TestAccounts.member;
import static dev.regulars.identity.TestAccounts.visitor;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.Duration.ofSeconds;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.identity.TestAccounts;
import dev.regulars.local.LocalMail;
import dev.regulars.testkit.KafkaRecords;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A member of a community, and the member's keys there. */
record KeyOwnerFixture(String community, TestAccounts.LoggedInUser owner) {

    static final String KEYS = "/application/users/apikeys";
    static final String KEY = "/application/users/{user}/api-keys/{key}";

    /** Of a new member, who joined then. */
    static KeyOwnerFixture joined(LocalMail mail, KafkaRecords records, Instant joinedAt) {
        var keys = new KeyOwnerFixture(Secrets.key().substring(0, 24), visitor(member(mail)));
        records.put(
                Topic.COMMUNITY, new MemberJoined(keys.community(), keys.owner().account(), joinedAt), 1);
        await().atMost(ofSeconds(20)).until(() -> exchangeStatus(keys.owner().token()) == 200 && keys.isMember());
        return keys;
    }

    Map<String, Object> body() {
        return Map.of(
                "name",
                "My bot",
                "permissions",
                List.of("sendMessages", "readOwnProfile"),
                "expirePeriod",
                0,
                "expireDate",
                "",
                "communityId",
                community);
    }

    Response create(Map<String, Object> body) {
        return owner.calls().queryParam("userId", owner.account()).body(body).post(KEYS);
    }

    Response get(Response created) {
        return owner.calls().get(KEY, owner.account(), created.path("data._id"));
    }

    Response update(Response created, Map<String, Object> change) {
        return owner.calls().body(change).put(KEY, owner.account(), created.path("data._id"));
    }

    boolean isMember() {
        return "member".equals(claims(exchanged(owner.token(), community)).getString("level"));
    }

    static int exchangeStatus(String credential) {
        return exchanged(credential).statusCode();
    }

    static JsonPath exchange(String credential) {
        return claims(exchanged(credential));
    }

    static Response exchanged(String credential) {
        return json().body(Map.of("scheme", "bearer", "value", credential)).post("/internal/credentials/resolve");
    }

    static Response exchanged(String credential, String community) {
        return json().body(Map.of("scheme", "bearer", "value", credential, "community", community))
                .post("/internal/credentials/resolve");
    }

    static JsonPath claims(Response exchanged) {
        String token = exchanged.then().statusCode(200).extract().path("token");
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), UTF_8));
    }
}
