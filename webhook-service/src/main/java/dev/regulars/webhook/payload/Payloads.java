package dev.regulars.webhook.payload;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.regulars.events.DomainEvent;
import dev.regulars.webhook.payload.body.FurtherEvent;
import dev.regulars.webhook.payload.body.PayloadUser;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Renders domain events as partner payloads. */
@Singleton
public class Payloads {

    /** Told by other members of the payload: {@code serverId} and {@code user}. */
    public static final List<String> REPLACED = List.of("community_id", "account_id", "user_id");

    private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {};
    private static final Map<Class<?>, List<EventRow<?>>> ROWS =
            EventRows.ALL.stream().collect(groupingBy(EventRow::type));
    private static final Set<String> IN_CHANNELS = Set.of(EventRows.NEW_MESSAGE_CHANNEL);

    private final ObjectMapper json;
    private final ObjectMapper snakeCase;

    Payloads(ObjectMapper json) {
        this.json = json;
        this.snakeCase = json.copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }

    /** Names of all events, in the order of the catalogue. */
    public static List<String> names() {
        return EventRows.ALL.stream().map(EventRow::event).toList();
    }

    /** Whether an event is delivered for chosen channels only. */
    public static boolean needsChannels(String event) {
        return IN_CHANNELS.contains(event);
    }

    /** Whether a choice of channels says nothing about an event. */
    public static boolean happensAnywhere(String event) {
        return event.equals(EventRows.NEW_MESSAGE);
    }

    public static boolean isShown(DomainEvent event) {
        return ROWS.containsKey(event.getClass());
    }

    /** Empty for an event that partners do not read of. */
    public List<PartnerMessage> messagesOf(DomainEvent event, Instant at) {
        List<EventRow<?>> rows = ROWS.getOrDefault(event.getClass(), List.of());
        List<PartnerMessage> messages = new ArrayList<>();
        for (EventRow<?> row : rows) {
            messages.add(message(row, event, at, messages.isEmpty() ? "" : "-" + messages.size()));
        }
        return messages;
    }

    private PartnerMessage message(EventRow<?> row, DomainEvent event, Instant at, String idSuffix) {
        return new PartnerMessage(
                row.event(),
                idSuffix,
                community(event),
                EventRow.text(event, "accountId"),
                EventRow.text(event, "channelId"),
                facts -> body(row, event, at, facts));
    }

    private static String community(DomainEvent event) {
        return requireNonNull(EventRow.text(event, "communityId"));
    }

    /** Every event, in the order of the catalogue. */
    public static List<EventRow<?>> rows() {
        return EventRows.ALL;
    }

    public <E extends DomainEvent> Object body(EventRow<E> row, DomainEvent event, Instant at, Facts facts) {
        return row.body() == null
                ? further(row, event, at, facts)
                : row.body().of(row.type().cast(event), at, facts);
    }

    private FurtherEvent further(EventRow<?> row, DomainEvent event, Instant at, Facts facts) {
        Map<String, Object> data = new LinkedHashMap<>();
        if (facts.person() != null && EventRow.text(event, "accountId") != null) {
            data.put("user", PayloadUser.of(facts.person()));
        }
        snakeCase.convertValue(event, MEMBERS).forEach((name, value) -> {
            if (!REPLACED.contains(name) && value != null) {
                data.put(name, value);
            }
        });
        return new FurtherEvent(row.event(), community(event), at, data);
    }

    public byte[] render(PartnerMessage message, Facts facts) {
        return write(message.body().apply(facts));
    }

    public byte[] write(Object body) {
        try {
            return json.writeValueAsBytes(requireNonNull(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A payload cannot be written as JSON", e);
        }
    }
}
