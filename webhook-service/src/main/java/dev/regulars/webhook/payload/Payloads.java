package dev.regulars.webhook.payload;

import static dev.regulars.webhook.payload.PartnerEvent.USER_JOIN_SERVER;
import static dev.regulars.webhook.payload.PartnerEvent.USER_VISIT_SERVER;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.community.CommunityEvent;
import dev.regulars.events.community.CommunityEvent.MemberJoined;
import dev.regulars.events.community.CommunityEvent.MemberVisited;
import dev.regulars.webhook.people.MemberId;
import dev.regulars.webhook.people.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Renders domain events as partner payloads; the only place that knows both formats. */
@ApplicationScoped
public class Payloads {

    private final ObjectMapper json;

    Payloads(ObjectMapper json) {
        this.json = json;
    }

    /** Null for an event that partners do not read of. */
    public @Nullable PartnerMessage messageOf(CommunityEvent event, Instant at) {
        return switch (event) {
            case MemberJoined joined ->
                new PartnerMessage(
                        USER_JOIN_SERVER,
                        new MemberId(joined.communityId(), joined.accountId()),
                        person -> UserJoinServer.of(joined, at, person));
            case MemberVisited visited ->
                new PartnerMessage(
                        USER_VISIT_SERVER,
                        new MemberId(visited.communityId(), visited.accountId()),
                        person -> UserVisitServer.of(visited, at, person));
            case CommunityEvent other -> null;
        };
    }

    public byte[] render(PartnerMessage message, Person person) {
        try {
            return json.writeValueAsBytes(message.body().apply(person));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload cannot be written as JSON", e);
        }
    }
}
