package dev.regulars.eventing.once;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mongodb.reactive.ReactiveMongoClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdempotencyIndexTest {

    private static final String DATABASE = "retention";

    @Inject
    ReactiveMongoClient mongo;

    @Test
    void callsAreKeptAsLongAsTheOperatorSaysAndForEverByDefault() {
        keepFor(Optional.empty()); // nothing is there yet
        assertThat(retention()).isEmpty();

        keepFor(Optional.of(Duration.ofDays(30)));
        keepFor(Optional.of(Duration.ofDays(30)));
        assertThat(retention()).contains(Duration.ofDays(30));

        keepFor(Optional.of(Duration.ofDays(7)));
        assertThat(retention()).contains(Duration.ofDays(7));

        keepFor(Optional.empty());
        assertThat(retention()).isEmpty();
    }

    private void keepFor(Optional<Duration> retention) {
        new IdempotencyIndex(mongo, DATABASE, () -> retention).build().await().indefinitely();
    }

    private Optional<Duration> retention() {
        return mongo
                .getDatabase(DATABASE)
                .getCollection(IdempotencyRecords.COLLECTION)
                .listIndexes()
                .collect()
                .asList()
                .await()
                .indefinitely()
                .stream()
                .filter(index -> index.containsKey("expireAfterSeconds"))
                .map(index -> Duration.ofSeconds(((Number) index.get("expireAfterSeconds")).longValue()))
                .findFirst();
    }
}
