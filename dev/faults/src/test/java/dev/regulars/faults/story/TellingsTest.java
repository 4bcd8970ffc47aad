package dev.regulars.faults.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class TellingsTest {

    private final Tellings tellings = new Tellings(List.of("one", "two"));

    @Test
    void everyReceiverIsToBeTold() {
        tellings.take(delivery("one", "a@example.com", "1", "body"));
        assertThat(tellings.reachedAll("a@example.com")).isFalse();
        tellings.take(delivery("two", "a@example.com", "2", "body"));
        assertThat(tellings.reachedAll("a@example.com")).isTrue();
        assertThat(tellings.reachedAll("b@example.com")).isFalse();
    }

    @Test
    void whatComesAgainIsTheSame() {
        tellings.take(delivery("one", "a@example.com", "1", "body"));
        tellings.take(delivery("one", "a@example.com", "1", "body"));
        assertThat(tellings.twice()).isEqualTo(1);
        assertThat(tellings.faults()).isEmpty();
        tellings.take(delivery("one", "a@example.com", "9", "body"));
        tellings.take(delivery("one", "a@example.com", "1", "another"));
        assertThat(tellings.faults()).hasSize(2);
    }

    static JsonNode delivery(String receiver, String email, String id, String text) {
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
