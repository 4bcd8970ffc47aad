package dev.regulars.webhook.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
class DeliveryMetricsTest {

    KafkaRecords records;

    @Inject
    MeterRegistry metrics;

    @Test
    void attemptsAreTimedByResultingState() {
        long before = delivered();
        try (var partner = new PartnerEndpoint()) {
            var community = new TestCommunity(records);
            community.subscribe(TestCommunity.webhook(partner.url()));
            community.join();

            await().atMost(Duration.ofSeconds(20)).until(() -> delivered() == before + 1);
            assertThat(metrics.get("webhook.attempts")
                            .tag("state", "delivered")
                            .timer()
                            .totalTime(TimeUnit.NANOSECONDS))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deliveryCountsUseAnIndex(DeliveryState state) {
        var counting = new Document("count", "deliveries").append("query", new Document("state", state.name()));
        var plan = DeliveryDocument.mongoDatabase()
                .runCommand(new Document("explain", counting))
                .await()
                .indefinitely();

        assertThat(plan.toJson()).contains("\"COUNT_SCAN\"").doesNotContain("\"COLLSCAN\"");
        assertThat(metrics.get("webhook.deliveries")
                        .tag("state", state.name().toLowerCase(Locale.ROOT))
                        .gauge()
                        .value())
                .isNotNegative();
    }

    private long delivered() {
        return metrics.get("webhook.attempts").tag("state", "delivered").timer().count();
    }
}
