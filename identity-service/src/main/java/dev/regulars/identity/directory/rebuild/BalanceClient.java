package dev.regulars.identity.directory.rebuild;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.Version;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.Accounts;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Client of gamification-service, which owns balances. */
@ApplicationScoped
class BalanceClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** @param next the account behind which the next part begins; absent at the end */
    record BalanceExport(
            List<ExportedBalances> balances, @Nullable String next) {}

    /** What a member has, under the version of the event that told it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record ExportedBalances(
            String accountId,
            Version version,
            Map<String, Long> balances,
            String day,
            long xpEarnedToday,
            long coinsEarnedToday) {}

    private final InternalClient gamification;

    BalanceClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, Accounts accounts) {
        this.gamification = new InternalClient(vertx, json, addresses.gamification(), accounts::serviceToken, TIMEOUT);
    }

    Uni<@Nullable BalanceExport> export(CommunityId community, @Nullable String after) {
        String path = "/internal/balances/export/" + community.id();
        return gamification.get(after == null ? path : path + "?after=" + after, BalanceExport.class);
    }
}
