package dev.regulars.webhook.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.testkit.KafkaRecords;
import dev.regulars.webhook.Partner;
import dev.regulars.webhook.Scene;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What two replicas may do with one subscription. */
@QuarkusTest
class LeasesTest {

    KafkaRecords records;

    @Inject
    Outbox outbox;

    @Inject
    MasterKey masterKey;

    @Test
    void anotherReplicaTakesOverWhenALeaseIsOverOrGivenBackAndNotBefore() {
        String webhook = webhook();
        Leases one = replica(Duration.ZERO);
        Leases other = replica(Duration.ZERO);
        Leases otherLater = replica(Leases.LENGTH.plusSeconds(1));

        Leased first = one.take(webhook).await().indefinitely();
        assertThat(other.take(webhook).await().indefinitely()).isNull();
        assertThat(one.renew(Set.of(webhook)).await().indefinitely()).containsExactly(webhook);
        assertThat(other.renew(Set.of(webhook)).await().indefinitely()).isEmpty();

        Leased second = otherLater.take(webhook).await().indefinitely();
        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(one.renew(Set.of(webhook)).await().indefinitely()).isEmpty();

        otherLater.release(List.of(webhook)).await().indefinitely();
        assertThat(one.take(webhook).await().indefinitely().fence()).isGreaterThan(second.fence());
    }

    private Leases replica(Duration ahead) {
        return new Leases(outbox, masterKey, Clock.offset(Clock.systemUTC(), ahead));
    }

    private String webhook() {
        try (var partner = new Partner()) {
            return new Scene(records).subscribe(Scene.wish(partner.url())).getString("_id");
        }
    }
}
