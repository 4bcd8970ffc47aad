package dev.regulars.gamification.balance;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/ledger/members/{userId}")
@Tag(name = "Ledger", description = "What members have, why, and whether it adds up")
class BalanceResource {

    private final MemberBalances balances;
    private final Caller caller;

    BalanceResource(MemberBalances balances, Caller caller) {
        this.balances = balances;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = Permission.LEDGER, userKey = Permission.READ_OWN_PROFILE)
    @Says("Read balances success.")
    @Operation(operationId = "getBalances", summary = "Read the balances of a member; members read their own")
    public Uni<MemberBalanceView> get(
            @Size(max = 24) @Parameter(description = "Decimal userId or _id") String userId,
            @QueryParam("asOf")
                    @Size(max = 40)
                    @Nullable
                    @Parameter(description = "A moment in the past, ISO 8601; now where it is absent")
                    String asOf) {
        caller.checkMayActFor(userId);
        return asOf == null
                ? balances.now(caller.community(), userId)
                : balances.past(caller.community(), userId, moment(asOf));
    }

    @GET
    @Path("/postings")
    @Needs(level = Level.MEMBER, permission = Permission.LEDGER, userKey = Permission.READ_OWN_PROFILE)
    @Says("Read postings success.")
    @Operation(
            operationId = "listPostings",
            summary = "List the postings of a member, the newest first; members read their own")
    public Uni<Page<PostingView>> postings(
            @Size(max = 24) @Parameter(description = "Decimal userId or _id") String userId,
            @Valid @BeanParam ByCursor page) {
        caller.checkMayActFor(userId);
        return balances.postings(caller.community(), userId, page.request());
    }

    private static Instant moment(String asOf) {
        try {
            return Instant.parse(asOf);
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("asOf", "must be a moment such as 2026-03-10T16:15:50.123Z");
        }
    }
}
