package dev.regulars.faults.invariant;

import static dev.regulars.events.DomainEvent.typeOf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.regulars.events.identity.IdentityEvent.AccountLoggedIn;
import dev.regulars.events.identity.IdentityEvent.AccountVerified;
import dev.regulars.faults.invariant.EventLog.Event;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class EventLogTest {

    @Test
    void aLoginIsAnEventOfItsSessionAndNotOfTheAccount() {
        assertThat(event(typeOf(AccountVerified.class), "{}").document()).isEqualTo("identity.account a1");
        assertThat(event(typeOf(AccountLoggedIn.class), "{\"sessionId\": \"s1\"}")
                        .document())
                .isEqualTo("session s1");
    }

    private static Event event(String type, String value) {
        var record = new ConsumerRecord<>("identity.events", 0, 0, "a1", value);
        Map.of("ce_id", "e1", "ce_type", type, "ce_subject", "a1", "ce_epoch", "7", "ce_n", "1")
                .forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
        return Event.of(record);
    }
}
