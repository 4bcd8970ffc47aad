package dev.regulars.eventing.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.reactivestreams.client.ClientSession;
import dev.regulars.eventing.EventActor;
import dev.regulars.eventing.outbox.relay.EventBatches;
import dev.regulars.eventing.outbox.relay.PendingEvents;
import dev.regulars.eventing.outbox.relay.Relay;
import dev.regulars.events.CommunityId;
import dev.regulars.events.DomainEvent;
import dev.regulars.web.trace.Traces;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where every write with an event begins: with a {@link Tx} from here. */
@ApplicationScoped
public class Outbox {

    private final ObjectMapper json;
    private final Clock clock;
    private final Relay relay;
    private final OutboxConfig config;
    private final EventBatches batches;

    Outbox(ObjectMapper json, Clock clock, Relay relay, OutboxConfig config, EventBatches batches) {
        this.json = json;
        this.clock = clock;
        this.relay = relay;
        this.config = config;
        this.batches = batches;
    }

    /** For a write that stands for itself. */
    public Tx alone() {
        return new Tx(this, null, Origin.NONE);
    }

    /** The same, as part of a caller's operation. */
    public Tx alone(Origin origin) {
        return new Tx(this, null, origin);
    }

    /** The same for work that an event in this community began. */
    public Tx alone(CommunityId community) {
        return alone(new Origin(null, community, tag -> {}));
    }

    /** For writes that are true together or not at all. */
    public Tx in(ClientSession session, Origin origin) {
        return new Tx(this, session, origin);
    }

    /** A collection without a sweep would lose its events at the next crash, so the first write to it fails. */
    void checkSwept(String collection) {
        if (!config.collections().orElse(List.of()).contains(collection)) {
            throw new IllegalStateException("Add " + collection + " to outbox.collections");
        }
    }

    Instant now() {
        return clock.instant();
    }

    EventBatches batches() {
        return batches;
    }

    OutboxEntry entry(DomainEvent event, @Nullable EventActor actor) {
        return new OutboxEntry(
                UUID.randomUUID().toString(),
                event.type(),
                event.key(),
                event.subject(),
                clock.instant(),
                write(event),
                event.topic() == null ? null : event.topic().title(),
                actor,
                Traces.here());
    }

    void tell(PendingEvents written) {
        var unused = relay.handOver(written); // a full relay leaves it to the sweep
    }

    private String write(DomainEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event " + event.type() + " cannot be written as JSON", e);
        }
    }
}
