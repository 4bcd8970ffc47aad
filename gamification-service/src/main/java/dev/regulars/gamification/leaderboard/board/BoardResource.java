package dev.regulars.gamification.leaderboard.board;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@SelectableFields
@Path("/application/leaderboards")
@Tag(name = "Leaderboards", description = "Who is ahead, by what, and since when")
class BoardResource {

    private static final String FIELDS =
            "Members to answer with, separated by commas; `_id` is always there. All when absent";

    private final Boards boards;
    private final RecentBoards recent;
    private final Once once;
    private final Caller caller;

    BoardResource(Boards boards, RecentBoards recent, Once once, Caller caller) {
        this.boards = boards;
        this.recent = recent;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(
            level = Level.MEMBER,
            permission = Permission.LEADERBOARD,
            userKey = Permission.READ_OWN_PROFILE,
            attributeWidget = true)
    @Says("Read leaderboards success.")
    @Operation(operationId = "listLeaderboards", summary = "List leaderboards; members see those they may view")
    public Uni<Page<BoardView>> list(
            @Valid @BeanParam BoardQuery query,
            @QueryParam("fields") @Size(max = 1_000) @Nullable @Parameter(description = FIELDS) String fields,
            @Valid @BeanParam ByPage page) {
        var viewer = viewer();
        return once.read(tx -> boards.list(tx, viewer, query, page.request()));
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.LEADERBOARD)
    @Says("Create leaderboard success.")
    @Refuses(kind = Kind.CONFLICT, when = "The slug is taken, or the community has 100 leaderboards")
    @Operation(operationId = "createLeaderboard", summary = "Create a leaderboard")
    public Uni<BoardView> create(@Valid @NotNull BoardBody board) {
        return once.together(BoardView.class, tx -> boards.create(tx, board));
    }

    @GET
    @Path("/{leaderboardId}")
    @Needs(
            level = Level.MEMBER,
            permission = Permission.LEADERBOARD,
            userKey = Permission.READ_OWN_PROFILE,
            attributeWidget = true)
    @Says("Read leaderboard success.")
    @Operation(operationId = "getLeaderboard", summary = "Read a leaderboard")
    public Uni<BoardView> get(
            @ObjectId String leaderboardId,
            @QueryParam("fields") @Size(max = 1_000) @Nullable @Parameter(description = FIELDS) String fields) {
        var viewer = viewer();
        return once.read(tx -> boards.read(tx, viewer, leaderboardId));
    }

    @PATCH
    @Path("/{leaderboardId}")
    @Needs(level = Level.ADMIN, permission = Permission.LEADERBOARD)
    @Says("Update leaderboard success.")
    @Refuses(kind = Kind.CONFLICT, when = "The slug is taken")
    @Operation(operationId = "updateLeaderboard", summary = "Change a leaderboard; absent members stay as they are")
    public Uni<BoardView> update(@ObjectId String leaderboardId, @Valid @NotNull BoardBody board) {
        var community = caller.community();
        return once.together(BoardView.class, tx -> boards.update(tx, leaderboardId, board))
                .invoke(() -> recent.forget(community, leaderboardId));
    }

    @DELETE
    @Path("/{leaderboardId}")
    @Needs(level = Level.ADMIN, permission = Permission.LEADERBOARD)
    @Says("Delete leaderboard success.")
    @Operation(operationId = "deleteLeaderboard", summary = "Delete a leaderboard; scores are not touched")
    public Uni<BoardView> delete(@ObjectId String leaderboardId) {
        var community = caller.community();
        return once.perform(BoardView.class, tx -> boards.delete(tx, leaderboardId))
                .invoke(() -> recent.forget(community, leaderboardId));
    }

    private Viewer viewer() {
        boolean all = caller.kind() == CallerKind.KEY || (caller.kind() == CallerKind.USER && !caller.isBelowAdmin());
        return new Viewer(all, caller.accountId(), caller.userId());
    }
}
