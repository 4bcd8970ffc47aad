package dev.regulars.webhook.incoming.action;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.incoming.action.Bodies.FieldsBody;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** Sets custom fields of a member. */
@ApplicationScoped
class SetCustomFields {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);

    record FieldsRequest(String communityId, String accountId, Map<String, Object> fields, String cause) {}

    private final InternalClient identity;
    private final Members members;

    SetCustomFields(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token, Members members) {
        this.identity = new InternalClient(vertx, json, addresses.identity(), token::get, TIME_LIMIT);
        this.members = members;
    }

    FieldsBody checked(FieldsBody body) {
        Members.requireOne(body.email(), body.userId());
        if (body.fields() == null || body.fields().isEmpty()) {
            throw Refusal.invalid("fields", "is required");
        }
        return body;
    }

    Uni<Void> set(IncomingHookDocument hook, FieldsBody body, String receipt) {
        Map<String, Object> fields = body.fields() == null ? Map.of() : body.fields();
        return members.find(hook.community(), body.email(), body.userId())
                .chain(member -> identity.post(
                        "/internal/custom-fields",
                        new FieldsRequest(hook.communityId, member.accountId(), fields, receipt),
                        Nothing.class))
                .plug(orNotFound("custom field", "of a call"))
                .replaceWithVoid();
    }
}
