package dev.regulars.rewards.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The coins of members, which gamification-service keeps. Every call can be repeated: one cause has one effect, for ever. Fails as
 * unavailable while the outcome is unknown.
 */
@ApplicationScoped
public class Ledger {

    /** Whether the ledger took the coins. */
    public enum Debit {
        APPLIED,
        /** Not enough of them. */
        INSUFFICIENT,
        /** The cause was taken back before. */
        VOIDED
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String SOURCE = "rewards";
    private static final String ACCOUNT = "store";
    private static final String COINS = "coins";
    private static final String INSUFFICIENT = "Insufficient balance";

    record Line(String accountId, @Nullable String userId, String account, Map<String, Long> changes) {}

    record PostingsRequest(String communityId, String source, String causeId, List<Line> postings) {}

    record VoidRequest(String communityId, String source, String causeId) {}

    /** Only that it is there matters. */
    record PostingsAnswer(boolean repeat) {}

    record BalancesAnswer(Map<String, Long> balances) {}

    private final InternalClient gamification;

    Ledger(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token) {
        this.gamification = new InternalClient(vertx, json, addresses.gamification(), token::get, PATIENCE);
    }

    public Uni<Debit> debit(CommunityId community, String cause, String accountId, String userId, long coins) {
        return post(community, cause, accountId, userId, -coins)
                .replaceWith(Debit.APPLIED)
                .onFailure(Ledger::isConflict)
                .recoverWithItem(
                        refused -> ((Refusal) refused).said().equals(INSUFFICIENT) ? Debit.INSUFFICIENT : Debit.VOIDED);
    }

    public Uni<Void> credit(CommunityId community, String cause, String accountId, String userId, long coins) {
        return post(community, cause, accountId, userId, coins);
    }

    /** Takes back what the cause did; afterwards it can do nothing any more. */
    public Uni<Void> voidCause(CommunityId community, String cause) {
        return gamification
                .post("/internal/postings/void", new VoidRequest(community.id(), SOURCE, cause), PostingsAnswer.class)
                .onItem()
                .ifNull()
                .failWith(Ledger::unknown)
                .replaceWithVoid();
    }

    public Uni<Long> coins(CommunityId community, String accountId) {
        return gamification
                .get("/internal/balances/" + community.id() + "/" + accountId, BalancesAnswer.class)
                .map(answer -> answer == null ? 0 : answer.balances().getOrDefault(COINS, 0L));
    }

    private Uni<Void> post(CommunityId community, String cause, String accountId, String userId, long change) {
        var line = new Line(accountId, userId.isEmpty() ? null : userId, ACCOUNT, Map.of(COINS, change));
        return gamification
                .post(
                        "/internal/postings",
                        new PostingsRequest(community.id(), SOURCE, cause, List.of(line)),
                        PostingsAnswer.class)
                .onItem()
                .ifNull()
                .failWith(Ledger::unknown)
                .replaceWithVoid();
    }

    private static Refusal unknown() {
        return Refusal.of(Kind.UNAVAILABLE, "gamification-service has no such address");
    }

    private static boolean isConflict(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.kind() == Kind.CONFLICT;
    }
}
