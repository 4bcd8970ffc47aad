package dev.regulars.gamification.field;

import static dev.regulars.gamification.Members.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.events.Topic;
import dev.regulars.events.identity.CustomFieldEvent.MemberFieldChanged;
import dev.regulars.gamification.ledger.ScoreDocument;
import dev.regulars.testkit.KafkaRecords;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However events come together: each change of a number counts once, and the first one counts what was there before it. */
@QuarkusTest
class KeepCustomFieldsTest {

    private static final int MEMBERS = 100;

    KafkaRecords records;

    @Inject
    Outbox outbox;

    final CommunityId community = CommunityId.trusted(id());
    final String field = id();

    @Test
    void manyChangesOfManyMembersAreKeptInOrderAndRepeatsChangeNothing() {
        List<String> members = IntStream.range(0, MEMBERS).mapToObj(i -> id()).toList();
        List<ProducerRecord<String, String>> changes = members.stream()
                .flatMap(member -> Stream.of(
                        change(member, 7, 5.0, 2.0), change(member, 8, 9.0, 5.0), change(member, 9, "none", 9.0)))
                .toList();

        records.putAll(changes);
        records.putAll(changes);

        await().untilAsserted(() -> assertThat(members)
                .allSatisfy(member -> assertThat(value(member)).isEqualTo(new FieldValue("none", null))));
        await().untilAsserted(() -> assertThat(changesOf(members)).isEqualTo(3L * MEMBERS));
        assertThat(scores(members)).as("who has no number is left out").isEmpty();
        String first = members.getFirst();
        records.put(change(first, 10, 4.0, "none"));
        await().untilAsserted(() -> assertThat(scores(members)).singleElement().satisfies(score -> {
            assertThat(score.accountId()).isEqualTo(first);
            assertThat(score.score()).isEqualTo(4);
        }));
        assertThat(changesOf(members)).isEqualTo(3L * MEMBERS + 1);
    }

    private ProducerRecord<String, String> change(
            String member, int n, @Nullable Object value, @Nullable Object before) {
        return KafkaRecords.record(
                Topic.IDENTITY,
                new MemberFieldChanged(
                        community.id(),
                        member,
                        "1",
                        field,
                        "deposit",
                        value,
                        before,
                        "bulk",
                        Instant.EPOCH.plusSeconds(n)),
                n);
    }

    private FieldValue value(String member) {
        Map<String, FieldValue> values = MemberFieldsDocument.values(outbox.alone(), community, member)
                .await()
                .indefinitely();
        return values.get("deposit");
    }

    private static long changesOf(List<String> members) {
        return NumberChangeDocument.count("accountId in ?1", members).await().indefinitely();
    }

    private List<ScoreDocument> scores(List<String> members) {
        return NumberChangeDocument.scores(outbox.alone(), community, field, null, null, members)
                .collect()
                .asList()
                .await()
                .indefinitely();
    }
}
