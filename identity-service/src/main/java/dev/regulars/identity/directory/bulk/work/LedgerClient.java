package dev.regulars.identity.directory.bulk.work;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Balances of members, which gamification-service keeps. One cause has one effect, however often it is posted. */
@ApplicationScoped
class LedgerClient {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String SOURCE = "bulk";

    private static final Map<Integer, Kind> REFUSALS =
            Map.of(400, Kind.INVALID, 409, Kind.CONFLICT, 422, Kind.MISUSED_KEY);
    private static final int POSTED = 200;

    private record Line(
            String accountId,
            String userId,
            String account,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> changes,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Long> set) {}

    private record PostingsRequest(String communityId, String source, String causeId, List<Line> postings) {}

    private record BatchRequest(List<PostingsRequest> requests) {}

    private record Result(int status, @Nullable String message) {

        Refusal refusal() {
            Kind kind = REFUSALS.getOrDefault(status, Kind.UNAVAILABLE);
            return Refusal.of(kind, message == null ? kind.text() : message, "answered " + status);
        }
    }

    private record BatchAnswer(List<Result> results) {}

    private record VoidRequest(String communityId, String source, String causeId) {}

    private record VoidAnswer(boolean repeat) {}

    private final InternalClient gamification;

    LedgerClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.gamification = new InternalClient(vertx, json, addresses.gamification(), accounts::serviceToken, PATIENCE);
    }

    /** Posts each row by itself. Answers which of them the ledger refuses, now or at an earlier time, by their numbers. */
    Uni<Map<Integer, Refusal>> post(CommunityId community, List<PlannedRow> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var batch = new BatchRequest(
                rows.stream().map(row -> request(community, row)).toList());
        return call("/internal/postings/batch", batch, BatchAnswer.class).map(answer -> refused(rows, answer));
    }

    private static PostingsRequest request(CommunityId community, PlannedRow row) {
        var line = new Line(
                row.accountId(),
                row.userId(),
                SOURCE,
                row.plan().added(),
                row.plan().overwritten());
        return new PostingsRequest(community.id(), SOURCE, row.id(), List.of(line));
    }

    private static Map<Integer, Refusal> refused(List<PlannedRow> rows, BatchAnswer answer) {
        Map<Integer, Refusal> refused = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Result result = answer.results().get(i);
            if (result.status() != POSTED) {
                refused.put(rows.get(i).number(), result.refusal());
            }
        }
        return refused;
    }

    /** Takes back what the cause did. */
    Uni<Void> voidCause(CommunityId community, String cause) {
        return call("/internal/postings/void", new VoidRequest(community.id(), SOURCE, cause), VoidAnswer.class)
                .replaceWithVoid();
    }

    private <T> Uni<T> call(String path, Object request, Class<T> answer) {
        return gamification
                .post(path, request, answer)
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(Kind.UNAVAILABLE, "gamification-service has no " + path));
    }
}
