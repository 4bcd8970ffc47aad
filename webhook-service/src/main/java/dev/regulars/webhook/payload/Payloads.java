package dev.regulars.webhook.payload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
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
        return bytes(UserJoinServer.of(joined.communityId(), at, person, joined.joinedAt()));
    }

    private byte[] bytes(Object payload) {
        try {
            return json.writeValueAsBytes(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload cannot be written as JSON", e);
        }
    }
}
