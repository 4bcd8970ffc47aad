package dev.regulars.identity.directory.bulk.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.identity.directory.bulk.row.RowPlan;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Balances of members, which gamification-service keeps. One cause has one effect, however often it is posted. */
@ApplicationScoped
class LedgerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String SOURCE = "bulk";

    private record Line(
            String accountId,
            String userId,
            String account,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> changes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> set) {}

    private record PostingsRequest(String communityId, String source, String causeId, List<Line> postings) {}

    private record VoidRequest(String communityId, String source, String causeId) {}

    private record PostingsAnswer(boolean repeat) {}

    private final InternalClient gamification;

    LedgerClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.gamification = new InternalClient(vertx, json, addresses.gamification(), accounts::serviceToken, PATIENCE);
    }

    /** Refused where the ledger refuses it, now or at an earlier time. */
    Uni<Void> post(CommunityId community, String cause, String accountId, String userId, RowPlan plan) {
        var line = new Line(accountId, userId, SOURCE, plan.added(), plan.overwritten());
        var request = new PostingsRequest(community.id(), SOURCE, cause, List.of(line));
        return call("/internal/postings", request);
    }

    /** Takes back what the cause did. */
    Uni<Void> voidCause(CommunityId community, String cause) {
        return call("/internal/postings/void", new VoidRequest(community.id(), SOURCE, cause));
    }

    private Uni<Void> call(String path, Object request) {
        return gamification
                .post(path, request, PostingsAnswer.class)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Kind.UNAVAILABLE, "gamification-service has no " + path))
                .replaceWithVoid();
    }
}
