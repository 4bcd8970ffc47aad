package dev.regulars.gamification.leaderboard.rank;

import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.leaderboard.board.Viewer;
import dev.regulars.gamification.leaderboard.rank.RankViews.MemberRankView;
import dev.regulars.gamification.leaderboard.rank.RankViews.RankView;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.page.WholeNumber;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@SelectableFields
@Path("/application/leaderboards/{leaderboardId}/ranks")
@Tag(ref = "Leaderboards")
class RankResource {

    private static final String ME = "me";
    private static final int AROUND = 5;

    private final Ranks ranks;
    private final Once once;
    private final Caller caller;

    RankResource(Ranks ranks, Once once, Caller caller) {
        this.ranks = ranks;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(
            level = Level.MEMBER,
            permission = Permission.LEADERBOARD,
            userKey = Permission.READ_OWN_PROFILE,
            attributeWidget = true)
    @Says("Read ranks success.")
    @Operation(operationId = "listRanks", summary = "List a leaderboard from the top, now or as of a moment")
    public Uni<Page<RankView>> list(
            @ObjectId String leaderboardId, @Valid @BeanParam RankQuery query, @Valid @BeanParam ByCursor page) {
        var viewer = viewer();
        return once.read(tx -> ranks.list(tx, viewer, leaderboardId, query, page.request()));
    }

    @GET
    @Path("/{userId}")
    @Needs(level = Level.MEMBER, permission = Permission.LEADERBOARD, userKey = Permission.READ_OWN_PROFILE)
    @Says("Read rank success.")
    @Operation(operationId = "getRank", summary = "Read the rank of a member, and who is before and behind")
    public Uni<MemberRankView> get(
            @ObjectId String leaderboardId,
            @Size(max = 24) @Parameter(description = "Decimal userId, _id, or me") String userId,
            @Valid @BeanParam RankQuery query,
            @QueryParam("around")
                    @WholeNumber(min = 0, max = 50)
                    @Nullable
                    @Parameter(
                            description = "How many before and how many behind",
                            schema = @Schema(type = SchemaType.INTEGER, defaultValue = "5"))
                    String around) {
        var viewer = viewer();
        String user = userId.equals(ME) ? caller.accountId() : userId;
        int neighbours = around == null ? AROUND : Integer.parseInt(around);
        return once.read(tx -> ranks.member(tx, viewer, leaderboardId, user, query, neighbours));
    }

    private Viewer viewer() {
        boolean all = caller.kind() == CallerKind.KEY || (caller.kind() == CallerKind.USER && !caller.isBelowAdmin());
        return new Viewer(all, caller.accountId(), caller.userId());
    }
}
