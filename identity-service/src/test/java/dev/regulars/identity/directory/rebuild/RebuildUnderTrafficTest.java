package dev.regulars.identity.directory.rebuild;

import static dev.regulars.testkit.Tokens.service;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.crypto.Secrets;
import dev.regulars.events.Topic;
import dev.regulars.identity.directory.CommunityServiceStub;
import dev.regulars.identity.directory.TestMembers;
import dev.regulars.testkit.Concurrently;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Two communities with the same members, to whom the same happens; only one of them is rebuilt meanwhile. */
@QuarkusTest
class RebuildUnderTrafficTest {

    private static final int MEMBERS = 16;
    private static final int WRITERS = 4;
    private static final int EXPORTED = 5;
    private static final List<String> SOURCES =
            List.of("membership", "roles", "access", "ownership", "balances", "presence");

    @Inject
    ReactiveMongoClient mongo;

    KafkaRecords records;

    private final String rebuilt = Secrets.key().substring(0, 24);
    private final String live = Secrets.key().substring(0, 24);
    private final long seed = new Random().nextLong();
    private final AtomicBoolean isRebuilt = new AtomicBoolean();
    private List<OwnedMember> members = List.of();

    @Test
    void aRebuildUnderTrafficEqualsTheLiveDirectoryAndOlderEventsChangeNothingAfterwards() {
        create();
        members.forEach(this::spoil);
        var told = new ArrayList<ProducerRecord<String, String>>();

        try (var owners = new CommunityServiceStub()) {
            owners.serveBalances();
            owners.memberships = after -> part("memberships", after, member -> member.membership(rebuilt));
            owners.balances = after -> part("balances", after, OwnedMember::balances);
            Concurrently.call(WRITERS + 1, number -> number == 0 ? rebuild() : write(number - 1))
                    .forEach(told::addAll);
        }

        assertThat(told).as("events during the rebuild").hasSizeGreaterThan(4 * MEMBERS);
        assertEqual();
        Map<String, Document> before = entries(rebuilt);
        Collections.shuffle(told, new Random(seed));
        records.putAll(told);
        consumed();
        assertThat(entries(rebuilt)).isEqualTo(before);
    }

    private void create() {
        String elsewhere = Secrets.key().substring(0, 24);
        members = IntStream.range(0, MEMBERS)
                .mapToObj(number -> new OwnedMember(TestMembers.create(elsewhere), List.of(rebuilt, live)))
                .sorted(comparing(OwnedMember::id))
                .toList();
        members.forEach(member -> records.putAll(member.join()));
        assertEqual();
        assertThat(entries(live).values()).hasSize(MEMBERS).allSatisfy(entry -> {
            assertThat(entry.getList("tags", String.class)).containsExactly("new");
            assertThat(entry.get("balances", Document.class).get("xpEarned")).isEqualTo(10L);
            assertThat(entry.get("membership", Document.class).get("joinedAt")).isNotNull();
        });
    }

    /** As a fault of ours might have left it, under the versions that the owners have. */
    private void spoil(OwnedMember member) {
        var version = new Document("epoch", 0L).append("n", 1L);
        var wrong = new Document("membership.joinedAt", Date.from(Instant.EPOCH))
                .append("roles", new Document("version", version).append("ids", List.of("d".repeat(24))))
                .append("access", new Document("version", version).append("level", 9))
                .append("ownership", new Document("version", version).append("owner", true))
                .append("balances.units.xp", 1_000_000L);
        var unused = mongo.getDatabase("identity")
                .getCollection("members")
                .updateOne(new Document("_id", rebuilt + ":" + member.id()), new Document("$set", wrong))
                .await()
                .indefinitely();
    }

    private List<ProducerRecord<String, String>> rebuild() {
        try {
            IntStream.range(0, 2).forEach(again -> service("operator")
                    .body(Map.of("communityId", rebuilt))
                    .post("/internal/directory/rebuild")
                    .then()
                    .statusCode(200));
        } finally {
            isRebuilt.set(true);
        }
        return List.of();
    }

    /** To members of its own, of whom some are left alone; now and then something is told again. */
    private List<ProducerRecord<String, String>> write(int writer) {
        var random = new Random(seed + writer);
        List<OwnedMember> own = IntStream.range(0, MEMBERS)
                .filter(number -> number % WRITERS == writer && number % 5 != 0)
                .mapToObj(members::get)
                .toList();
        var told = new ArrayList<ProducerRecord<String, String>>();
        while (!isRebuilt.get()) {
            var news = own.get(random.nextInt(own.size())).change(random);
            pause(random.nextInt(20));
            records.putAll(news);
            told.addAll(news);
            if (random.nextInt(10) == 0) {
                records.put(told.get(random.nextInt(told.size())));
            }
        }
        return told;
    }

    /** What it says is older than what the directory knows when it arrives. */
    private String part(String name, String after, Function<OwnedMember, String> export) {
        List<OwnedMember> part = members.stream()
                .filter(member -> member.id().compareTo(after) > 0)
                .limit(EXPORTED)
                .toList();
        String said = part.stream().map(export).collect(joining(","));
        pause(50);
        String next = part.size() < EXPORTED ? null : "\"" + part.getLast().id() + "\"";
        return "{\"%s\": [%s], \"next\": %s}".formatted(name, said, next);
    }

    /** Once the outbox has told of new entries, which it keeps in them until then. */
    private void assertEqual() {
        consumed();
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            Map<String, Document> found = entries(rebuilt);
            entries(live).forEach((member, expected) -> assertThat(found.get(member))
                    .as("%s with seed %d", member, seed)
                    .isEqualTo(expected));
        });
    }

    /** By account, without the name of the community and without versions: an export may be newer than the last event of a source. */
    private Map<String, Document> entries(String community) {
        return mongo.getDatabase("identity")
                .getCollection("members")
                .find(new Document("communityId", community))
                .collect()
                .asMap(entry -> entry.getString("accountId"), RebuildUnderTrafficTest::fields)
                .await()
                .indefinitely();
    }

    private static Document fields(Document entry) {
        SOURCES.forEach(source -> {
            if (entry.get(source) instanceof Document state) {
                state.remove("version");
            }
        });
        entry.keySet().removeAll(List.of("_id", "communityId", "version"));
        entry.putIfAbsent("ownership", new Document("owner", false));
        entry.putIfAbsent("roles", new Document("ids", List.of()));
        return entry;
    }

    private void consumed() {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> records.undone("identity-members", Topic.COMMUNITY) == 0
                        && records.undone("identity-balances", Topic.GAMIFICATION) == 0);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted", e);
        }
    }
}
