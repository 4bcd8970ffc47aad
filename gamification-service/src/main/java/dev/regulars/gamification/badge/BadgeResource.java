package dev.regulars.gamification.badge;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/system/badges")
@Tag(name = "Badges", description = "Badges of a community, and who has them")
class BadgeResource {

    private final Badges badges;
    private final Once once;
    private final Caller caller;

    BadgeResource(Badges badges, Once once, Caller caller) {
        this.badges = badges;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Badges fetched successfully")
    @Operation(operationId = "listBadges", summary = "List the badges of a community")
    public Uni<List<BadgeView>> list() {
        return badges.list(caller.community());
    }

    @POST
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Badge has been created successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 500 badges")
    @Operation(operationId = "createBadge", summary = "Create a badge")
    public Uni<BadgeView> create(@Valid @NotNull BadgeBody badge) {
        return once.perform(BadgeView.class, tx -> badges.create(tx, badge));
    }

    @PUT
    @Path("/{id}")
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Badge has been updated successfully")
    @Operation(operationId = "updateBadge", summary = "Update a badge")
    public Uni<BadgeView> update(@Uuid String id, @Valid @NotNull BadgeBody badge) {
        return once.perform(BadgeView.class, tx -> badges.update(tx, id, badge));
    }

    @DELETE
    @Path("/{id}")
    @Needs(level = Level.ADMIN, systemKey = true)
    @Says("Badge has been deleted successfully")
    @Operation(operationId = "deleteBadge", summary = "Delete a badge; its members lose it")
    public Uni<DeletedBadge> delete(@Uuid String id) {
        return once.perform(DeletedBadge.class, tx -> badges.delete(tx, id));
    }
}
