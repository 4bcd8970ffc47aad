package dev.regulars.webhook.incoming.action;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import dev.regulars.internal.people.Person;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.incoming.action.Bodies.CurrencyBody;
import dev.regulars.webhook.incoming.action.Bodies.CurrencyOperation;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes the coins of a member, by a posting in the ledger. */
@ApplicationScoped
class ChangeCurrency {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(3);
    private static final String SOURCE = "incoming-webhook";
    private static final String UNIT = "coins";

    /** @param set overwrites */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String accountId,
            String userId,
            String account,
            @Nullable Map<String, Long> changes,
            @Nullable Map<String, Long> set) {}

    record PostingsRequest(String communityId, String source, String causeId, List<Line> postings) {}

    record PostingsAnswer(boolean repeat) {}

    private final InternalClient ledger;
    private final Members members;

    ChangeCurrency(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token, Members members) {
        this.ledger = new InternalClient(vertx, json, addresses.gamification(), token::get, TIME_LIMIT);
        this.members = members;
    }

    CurrencyBody checked(CurrencyBody body) {
        Members.requireOne(body.email(), body.userId());
        if (body.operation() == null) {
            throw Refusal.invalid("operation", "is required");
        }
        if (body.amount() == null) {
            throw Refusal.invalid("amount", "is required");
        }
        if (body.amount() < 0) {
            throw Refusal.invalid("amount", "must be at least 0");
        }
        return body;
    }

    Uni<Void> change(IncomingHookDocument hook, CurrencyBody body, String receipt) {
        return members.find(hook.community(), body.email(), body.userId())
                .map(member -> line(member, body))
                .chain(line -> ledger.post(
                        "/internal/postings",
                        new PostingsRequest(hook.communityId, SOURCE, receipt, List.of(line)),
                        PostingsAnswer.class))
                .plug(orNotFound("member", "of a call"))
                .replaceWithVoid();
    }

    private static Line line(Person member, CurrencyBody body) {
        long amount = body.amount() == null ? 0 : body.amount();
        return body.operation() == CurrencyOperation.OVERWRITE
                ? new Line(member.accountId(), member.userId(), SOURCE, null, Map.of(UNIT, amount))
                : new Line(
                        member.accountId(),
                        member.userId(),
                        SOURCE,
                        Map.of(UNIT, body.operation() == CurrencyOperation.ADD ? amount : -amount),
                        null);
    }
}
