package dev.regulars.identity.directory.filter;

import static dev.regulars.testkit.Tokens.key;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.crypto.Secrets;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.identity.directory.TestMembers.TestMember;
import dev.regulars.testkit.Tokens;
import dev.regulars.testkit.document.DocumentedResponses;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.mongodb.reactive.ReactiveMongoDatabase;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** How many documents are read in a large community. {@code -Dmembers=100000} takes minutes. */
@QuarkusTest
class QueryPlanTest {

    private static final int MEMBERS = Integer.getInteger("members", 8_000);
    private static final int FIELDS = 20;
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Inject
    ReactiveMongoClient mongo;

    final String community = Secrets.key().substring(0, 24);

    @Test
    void aMemberIsOneDocumentAndEveryPageCostsTheSame() {
        TestMember ben = TestMembers.create(community);
        giveFields(ben);
        multiply(ben);
        database().runCommand(new Document("profile", 2)).await().atMost(PATIENCE);

        for (String name : List.of(account(17), userId(18), "m19@example.com")) {
            assertThat(examined(() -> info(name).then().statusCode(200)))
                    .as("documents that %s takes", name)
                    .containsExactly(1);
        }
        for (Map<String, ?> filter : List.of(Map.<String, Object>of(), Map.of("f0", 0))) {
            String first = page(filter, null).path("data.next_cursor");
            String deep = moved(first, account(MEMBERS - 2 * PAGE * (filter.isEmpty() ? 1 : 10)));
            List<Integer> early = examined(() -> page(filter, null));
            List<Integer> late = examined(() -> page(filter, deep));

            assertThat(early).as("first page of %s", filter).containsExactly(PAGE + 1);
            assertThat(late).as("one of the last pages of %s", filter).isEqualTo(early);
        }
        database().runCommand(new Document("profile", 0)).await().atMost(PATIENCE);
        String cursor = page(Map.of(), null).path("data.next_cursor");
        page(Map.of("f0", 0), cursor).then().statusCode(400);
    }

    private void giveFields(TestMember ben) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < FIELDS; i++) {
            key(community, "userFields")
                    .body(Map.of("field", "f" + i, "name", "F" + i, "type", "numerical"))
                    .post("/application/communities/{c}/user-fields", community)
                    .then()
                    .statusCode(201);
            values.put("f" + i, i);
        }
        Tokens.service("webhook-service")
                .body(Map.of("communityId", community, "accountId", ben.id(), "fields", values, "cause", "c"))
                .post("/internal/custom-fields")
                .then()
                .statusCode(200);
    }

    /** Copies a member; a tenth of the copies have its value of the first field. */
    private void multiply(TestMember ben) {
        String n = "$n";
        var text = new Document("$toString", n);
        var other = new Document(
                "$map",
                new Document("input", "$attributes")
                        .append(
                                "in",
                                new Document(
                                        "$mergeObjects",
                                        List.of(
                                                "$$this",
                                                new Document(
                                                        "v",
                                                        new Document(
                                                                "$add",
                                                                List.of(
                                                                        "$$this.v",
                                                                        new Document("$mod", List.of(n, 10)))))))));
        List<Document> copies = List.of(
                new Document("$match", new Document("_id", community + ":" + ben.id())),
                new Document("$set", new Document("n", new Document("$range", List.of(0, MEMBERS)))),
                new Document("$unwind", n),
                new Document(
                        "$set",
                        new Document("accountId", concat("f".repeat(16), plus(10_000_000)))
                                .append("userId", plus(20_000_000))
                                .append("username", concat("m", text))
                                .append("usernameKey", concat("m", text))
                                .append("email", concat("m", text, "@example.com"))
                                .append("emailKey", concat("m", text, "@example.com"))
                                .append("attributes", other)
                                .append("outbox", List.of())),
                new Document("$set", new Document("_id", concat(community, ":", "$accountId"))),
                new Document("$unset", "n"),
                new Document("$merge", new Document("into", "members")));
        var unused = database()
                .getCollection("members")
                .aggregate(copies)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE);
    }

    private static Document concat(Object... parts) {
        return new Document("$concat", List.of(parts));
    }

    private static Document plus(int base) {
        return new Document("$toString", new Document("$add", List.of(base, "$n")));
    }

    private static String account(int n) {
        return "f".repeat(16) + (10_000_000 + n);
    }

    private static String userId(int n) {
        return String.valueOf(20_000_000 + n);
    }

    /** A cursor of the same query that points elsewhere. */
    private static String moved(String cursor, String account) {
        String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        String there = account + place.substring(place.indexOf('.'));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(there.getBytes(UTF_8));
    }

    /** Documents of the community that each of its queries looked at. */
    private List<Integer> examined(Runnable work) {
        var mine = new Document("ns", "identity.members")
                .append("op", "query")
                .append("ts", new Document("$gte", new Date()));
        work.run();
        return database()
                .getCollection("system.profile")
                .find(mine)
                .collect()
                .asList()
                .await()
                .atMost(PATIENCE)
                .stream()
                .filter(query -> query.toString().contains(community))
                .map(query -> query.getInteger("docsExamined"))
                .toList();
    }

    private Response info(String name) {
        return key(community, "getUserData").body(Map.of("idOrEmail", name)).post("/integration/users/info");
    }

    private Response page(Map<String, ?> filter, String cursor) {
        Map<String, Object> body = new HashMap<>(Map.of("fields", List.of("_id"), "filter", filter));
        if (cursor != null) {
            body.put("cursor", cursor);
        }
        return key(community, "getUserData")
                .noFiltersOfType(DocumentedResponses.class)
                .body(body)
                .post("/integration/users/filter");
    }

    private ReactiveMongoDatabase database() {
        return mongo.getDatabase("identity");
    }
}
