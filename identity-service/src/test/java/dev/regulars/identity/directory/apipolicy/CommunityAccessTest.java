package dev.regulars.identity.directory.apipolicy;

import static dev.regulars.identity.TestAccounts.json;
import static dev.regulars.testkit.Tokens.user;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.events.community.CommunityEvent.AccessChanged;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CommunityAccessTest {

    KafkaRecords records;

    final String community = Secrets.key().substring(0, 24);
    final String origin = "https://" + community + ".example.com";

    @Test
    void theExchangeTellsOriginsAndLimitsOfTheCallersCommunity() {
        String key = key();
        assertThat(exchange(key).<List<String>>path("origins")).isEmpty();
        assertThat(isListed(origin)).isFalse();

        records.put(Topic.COMMUNITY, new AccessChanged(community, List.of(origin), Map.of("key", 120)), 2);

        await().atMost(ofSeconds(20)).until(() -> isListed(origin));
        assertThat(exchange(key).<List<String>>path("origins")).containsExactly(origin);
        assertThat(exchange(key).<Map<String, Integer>>path("limits")).isEqualTo(Map.of("key", 120));
    }

    @Test
    void anOlderStateAndAnotherCommunityChangeNothing() {
        String other = "https://old-" + community + ".example.com";
        records.put(Topic.COMMUNITY, new AccessChanged(community, List.of(origin), Map.of()), 5);
        await().atMost(ofSeconds(20)).until(() -> isListed(origin));

        records.put(Topic.COMMUNITY, new AccessChanged(community, List.of(other), Map.of()), 4);
        String last = Secrets.key().substring(0, 24);
        records.put(Topic.COMMUNITY, new AccessChanged(community, List.of(origin, "https://" + last), Map.of()), 6);

        await().atMost(ofSeconds(20)).until(() -> isListed("https://" + last));
        assertThat(isListed(other)).isFalse();
    }

    @Test
    void whoeverIsInNoCommunityHasNoOrigins() {
        assertThat(isListed("https://nobody-" + community + ".example.com")).isFalse();
        json().get("/internal/origins?origin=").then().statusCode(400);
    }

    private String key() {
        return user("a".repeat(24), community, "owner")
                .body(Map.of("name", "a", "kind", "integration", "permissions", List.of("store")))
                .post("/application/communities/{community}/api-keys", community)
                .path("data.key");
    }

    private static Response exchange(String key) {
        return json().body(Map.of("scheme", "bearer", "value", key)).post("/internal/credentials/resolve");
    }

    private static boolean isListed(String origin) {
        return json().queryParam("origin", origin).get("/internal/origins").path("listed");
    }
}
