package dev.regulars.webhook.lease;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.PartnerEndpoint;
import dev.regulars.webhook.TestCommunity;
import dev.regulars.webhook.signature.SigningKeys;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Two replicas compete for one subscription. */
@QuarkusTest
class LeasesTest {

    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Inject
    MasterKey masterKey;

    @Inject
    SigningKeys signingKeys;

    @Test
    void leaseIsTakenOverAfterExpiryOrReleaseAndNotBefore() {
        String webhook = webhook();
        Leases one = replica(Duration.ZERO);
        Leases other = replica(Duration.ZERO);
        Leases otherLater = replica(Leases.LENGTH.plusSeconds(1));

        LeasedSubscription first = one.acquire(webhook).await().indefinitely();
        assertThat(other.acquire(webhook).await().indefinitely()).isNull();
        assertThat(one.renew(Set.of(webhook)).await().indefinitely()).containsOnlyKeys(webhook);
        assertThat(other.renew(Set.of(webhook)).await().indefinitely()).isEmpty();

        LeasedSubscription second = otherLater.acquire(webhook).await().indefinitely();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(one.renew(Set.of(webhook)).await().indefinitely()).isEmpty();

        otherLater.release(List.of(webhook)).await().indefinitely();
        assertThat(one.acquire(webhook).await().indefinitely().fence()).isGreaterThan(second.fence());
    }

    private Leases replica(Duration ahead) {
        return new Leases(outbox, masterKey, signingKeys, Clock.offset(Clock.systemUTC(), ahead));
    }

    private String webhook() {
        try (var partner = new PartnerEndpoint()) {
            return new TestCommunity(records)
                    .subscribe(TestCommunity.webhook(partner.url()))
                    .getString("_id");
        }
    }
}
