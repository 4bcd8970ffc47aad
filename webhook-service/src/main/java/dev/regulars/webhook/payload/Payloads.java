package dev.regulars.webhook.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.webhook.payload.Payload.User;
import dev.regulars.webhook.payload.Payload.UserJoined;
import dev.regulars.webhook.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Renders domain events as partner payloads; the only place that knows both formats. */
@ApplicationScoped
public class Payloads {

    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    public byte[] render(MemberJoined joined, Instant at, Person person) {
        var data = new UserJoined(User.of(person), joined.joinedAt());
        return bytes(new Payload(PartnerEvent.USER_JOIN_SERVER.wire(), joined.communityId(), at, data));
    }

    private byte[] bytes(Payload payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload cannot be written as JSON", e);
        }
    }
}
