package dev.regulars.faults.scenario.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

public class ReceivedDeliveriesTest {

    private final ReceivedDeliveries deliveries = new ReceivedDeliveries(List.of("one", "two"));

    @Test
    void everyReceiverMustGetTheJoin() {
        deliveries.record(delivery("one", "a@example.com", "1", "body"));
        assertThat(deliveries.reachedAllReceivers("a@example.com")).isFalse();
        deliveries.record(delivery("two", "a@example.com", "2", "body"));
        assertThat(deliveries.reachedAllReceivers("a@example.com")).isTrue();
        assertThat(deliveries.reachedAllReceivers("b@example.com")).isFalse();
    }

    @Test
    void aDuplicateMustEqualItsOriginal() {
        deliveries.record(delivery("one", "a@example.com", "1", "body"));
        deliveries.record(delivery("one", "a@example.com", "1", "body"));
        assertThat(deliveries.duplicates()).isEqualTo(1);
        assertThat(deliveries.violations()).isEmpty();
        deliveries.record(delivery("one", "a@example.com", "9", "body"));
        deliveries.record(delivery("one", "a@example.com", "1", "another"));
        assertThat(deliveries.violations()).hasSize(2);
    }

    public static JsonNode delivery(String receiver, String email, String id, String text) {
        var delivery = new ObjectMapper()
                .createObjectNode()
                .put("receiver", receiver)
                .put("event", "user_join_server")
                .put("text", text);
        delivery.putObject("headers").put("webhook-id", id);
        delivery.putObject("body").putObject("data").putObject("user").put("email", email);
        return delivery;
    }
}
