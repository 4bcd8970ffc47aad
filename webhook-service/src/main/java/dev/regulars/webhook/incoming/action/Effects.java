package dev.regulars.webhook.incoming.action;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.webhook.WebhookEvent.WorkflowEventReceived;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.incoming.action.Bodies.CurrencyBody;
import dev.regulars.webhook.incoming.action.Bodies.FieldsBody;
import dev.regulars.webhook.incoming.action.Bodies.MessageBody;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/** Reads what a call asks for, by the action of its webhook. */
@ApplicationScoped
public class Effects {

    private static final int MAX_EVENT_TYPE = 100;

    private final PostMessage messages;
    private final SetCustomFields fields;
    private final ChangeCurrency currency;
    private final ObjectMapper json;

    Effects(PostMessage messages, SetCustomFields fields, ChangeCurrency currency, ObjectMapper json) {
        this.messages = messages;
        this.fields = fields;
        this.currency = currency;
        this.json = json;
    }

    /** Refuses what cannot be read, and fields that are missing or wrong. */
    public Effect read(IncomingHookDocument hook, byte[] plain) {
        return switch (hook.action) {
            case MESSAGE -> {
                var body = messages.checked(hook, read(plain, MessageBody.class));
                yield Effect.of(plain, receipt -> messages.post(hook, body, receipt));
            }
            case CUSTOM_FIELDS -> {
                var body = fields.checked(read(plain, FieldsBody.class));
                yield Effect.of(plain, receipt -> fields.set(hook, body, receipt));
            }
            case CURRENCY -> {
                var body = currency.checked(read(plain, CurrencyBody.class));
                yield Effect.of(plain, receipt -> currency.change(hook, body, receipt));
            }
            case WORKFLOW -> workflow(hook, plain);
        };
    }

    /** The event leaves with the receipt of the call. */
    private Effect workflow(IncomingHookDocument hook, byte[] plain) {
        JsonNode event = read(plain, JsonNode.class);
        JsonNode type = event.path("eventType");
        if (!event.isObject()) {
            throw Refusal.unreadable("no JSON object");
        }
        if (!type.isTextual() || type.textValue().isBlank() || type.textValue().length() > MAX_EVENT_TYPE) {
            throw Refusal.invalid(
                    "eventType", type.isMissingNode() ? "is required" : "must be a text of 1 to 100 characters");
        }
        return new Effect(
                Effect.hash(plain),
                receipt -> new DomainEvent[] {
                    new WorkflowEventReceived(hook.communityId, hook.id, receipt, type.textValue(), event.toString())
                },
                receipt -> Uni.createFrom().voidItem());
    }

    private <T> T read(byte[] plain, Class<T> type) {
        try {
            return json.readerFor(type)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(plain);
        } catch (IOException e) {
            throw Refusal.unreadable("a call that cannot be read");
        }
    }
}
