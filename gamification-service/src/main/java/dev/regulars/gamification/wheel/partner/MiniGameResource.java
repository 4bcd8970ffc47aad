package dev.regulars.gamification.wheel.partner;

import static java.util.Objects.requireNonNull;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.wheel.partner.MiniGameRequests.MiniGameLogsRequest;
import dev.regulars.gamification.wheel.partner.MiniGameRequests.MiniGameStatsRequest;
import dev.regulars.gamification.wheel.partner.MiniGameRequests.WheelUpdate;
import dev.regulars.gamification.wheel.partner.MiniGameViews.MiniGameLogView;
import dev.regulars.gamification.wheel.partner.MiniGameViews.MiniGameStatsView;
import dev.regulars.gamification.wheel.partner.MiniGameViews.UpdatedWheelView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/mini-games")
@Tag(ref = "Mini games")
class MiniGameResource {

    private final MiniGames games;
    private final Once once;
    private final Caller caller;

    MiniGameResource(MiniGames games, Once once, Caller caller) {
        this.games = games;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Path("/logs")
    @Needs(level = Level.ADMIN, permission = Permission.MINI_GAMES)
    @IgnoresIdempotencyKey("It only reads")
    @Says("Mini game logs fetched successfully")
    @Operation(operationId = "listMiniGameLogs", summary = "List the spins of a member, the newest first")
    public Uni<Page<MiniGameLogView>> logs(@Valid @NotNull MiniGameLogsRequest request) {
        return games.logs(caller.community(), request);
    }

    @POST
    @Path("/stats")
    @Needs(level = Level.ADMIN, permission = Permission.MINI_GAMES)
    @IgnoresIdempotencyKey("It only reads")
    @Says("Mini game stats fetched successfully")
    @Operation(operationId = "getMiniGameStats", summary = "Read spins and streaks of a member")
    public Uni<MiniGameStatsView> stats(@Valid @NotNull MiniGameStatsRequest request) {
        return games.stats(caller.community(), request.email());
    }

    @PUT
    @Path("/wheel")
    @Needs(level = Level.ADMIN, permission = Permission.MINI_GAMES)
    @Says("Wheel updated successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The balance would be below its floor")
    @Operation(operationId = "updateWheel", summary = "Set how many spins, or which wheel streak, a member has")
    public Uni<UpdatedWheelView> update(@Valid @NotNull WheelUpdate update) {
        String key = once.request().scopedKey().id();
        return games.update(caller.community(), update, requireNonNull(caller.actor()), key);
    }
}
