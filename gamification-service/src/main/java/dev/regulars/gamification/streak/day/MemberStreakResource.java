package dev.regulars.gamification.streak.day;

import dev.regulars.eventing.once.Once;
import dev.regulars.events.CommunityId;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/streaks/{streakId}/members/{userId}")
@Tag(ref = "Streaks")
class MemberStreakResource {

    /** On which day a freeze is spent. */
    @Schema(examples = """
            {"date": "2026-04-09"}""")
    record FreezeRequest(
            @Size(max = 10)
            @Nullable
            @Schema(
                    description =
                            "YYYY-MM-DD, a day of the period; today, or for a repair the last one that was missed")
            String date) {}

    private static final String USER = "Decimal userId or _id";

    private final Explanations explanations;
    private final Freezes freezes;
    private final Once once;
    private final Caller caller;

    MemberStreakResource(Explanations explanations, Freezes freezes, Once once, Caller caller) {
        this.explanations = explanations;
        this.freezes = freezes;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Path("/explain")
    @Needs(level = Level.MEMBER, permission = Permission.STREAKS, userKey = Permission.READ_OWN_PROFILE)
    @Says("Explain streak success.")
    @Operation(operationId = "explainStreak", summary = "Explain what a day is to the streak of a member")
    public Uni<ExplainView> explain(
            @ObjectId String streakId,
            @Size(max = 24) @Parameter(description = USER) String userId,
            @QueryParam("date") @NotBlank @Size(max = 10) @Parameter(description = "YYYY-MM-DD") String date) {
        LocalDate day = date(date);
        caller.checkMayActFor(userId);
        return explanations.explain(caller.community(), streakId, userId, day);
    }

    @POST
    @Path("/freeze")
    @Needs(level = Level.MEMBER, permission = Permission.STREAKS, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Freeze streak success.")
    @Refuses(kind = Kind.CONFLICT, when = "The member has no freeze, the day is over, or it counts already")
    @Operation(
            operationId = "freezeStreak",
            summary = "Spend a freeze on a period that is not over; twice on the same one costs one")
    public Uni<FreezeView> freeze(
            @ObjectId String streakId,
            @Size(max = 24) @Parameter(description = USER) String userId,
            @Valid @NotNull FreezeRequest request) {
        LocalDate day = request.date() == null ? null : date(request.date());
        caller.checkMayActFor(userId);
        CommunityId community = caller.community();
        Actor actor = caller.actor();
        return once.perform(
                FreezeView.class,
                () -> freezes.freeze(community, streakId, userId, day, actor),
                (tx, done) -> Uni.createFrom().item(done));
    }

    @POST
    @Path("/repair")
    @Needs(level = Level.MEMBER, permission = Permission.STREAKS, userKey = Permission.UPDATE_OWN_PROFILE)
    @Says("Repair streak success.")
    @Refuses(kind = Kind.CONFLICT, when = "The member has no freeze, or the day was not missed or is over for too long")
    @Operation(
            operationId = "repairStreak",
            summary = "Spend a freeze on a period that was missed in the last days; twice on the same one costs one")
    public Uni<FreezeView> repair(
            @ObjectId String streakId,
            @Size(max = 24) @Parameter(description = USER) String userId,
            @Valid @NotNull FreezeRequest request) {
        LocalDate day = request.date() == null ? null : date(request.date());
        caller.checkMayActFor(userId);
        CommunityId community = caller.community();
        Actor actor = caller.actor();
        return once.perform(
                FreezeView.class,
                () -> freezes.repair(community, streakId, userId, day, actor),
                (tx, done) -> Uni.createFrom().item(done));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("date", "must be a date in the form YYYY-MM-DD");
        }
    }
}
