package dev.regulars.gamification.balance;

import dev.regulars.eventing.Version;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.decision.Balances;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

@Path("/internal/balances/export/{community}")
class BalanceExportResource {

    /**
     * A part of all balances of a community.
     *
     * @param next the account behind which the next part begins; absent at the end
     */
    record BalanceExport(
            List<ExportedBalances> balances, @Nullable String next) {}

    /** What a member has, as the event of the last posting told it, under the same version. */
    record ExportedBalances(
            String accountId,
            Version version,
            Map<String, Long> balances,
            String day,
            long xpEarnedToday,
            long coinsEarnedToday) {

        static ExportedBalances of(MemberDocument member) {
            Balances state = member.state;
            return new ExportedBalances(
                    member.accountId,
                    new Version(member.epoch, member.postings),
                    state.amounts(),
                    LocalDate.ofEpochDay(state.day()).toString(),
                    state.earnedOn(state.day(), Unit.XP),
                    state.earnedOn(state.day(), Unit.COINS));
        }
    }

    private final MemberBalances balances;
    private final Caller caller;

    BalanceExportResource(MemberBalances balances, Caller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    @GET
    @Needs(service = true)
    @Operation(operationId = "exportBalances", summary = "Read what all members of a community have, part by part")
    public Uni<BalanceExport> export(@ObjectId String community, @QueryParam("after") @Nullable String after) {
        return balances.export(caller.community(community), after);
    }
}
