package dev.regulars.gamification.streak;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Nothing;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.ByPage;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/integration/streaks")
@Needs(level = Level.ADMIN, permission = Permission.STREAKS)
@Tag(name = "Streaks", description = "What members do period after period, and how long they have kept it up")
class StreakResource {

    /** Whether streaks are switched on. */
    @Schema(examples = """
            {"enabled": true}""")
    record SettingsRequest(
            @NotNull @Schema(description = "While they are off, nothing counts and nothing is lost")
            Boolean enabled) {}

    /** The same as it is now. */
    @Schema(examples = """
            {"enabled": true}""")
    record SettingsView(boolean enabled) {}

    private final Streaks streaks;
    private final Once once;

    StreakResource(Streaks streaks, Once once) {
        this.streaks = streaks;
        this.once = once;
    }

    @GET
    @Says("")
    @Operation(operationId = "listStreaks", summary = "List the streaks of a community, in their order")
    public Uni<Page<StreakView>> list(@Valid @BeanParam ByPage page) {
        return once.read(tx -> streaks.list(tx, page.request()));
    }

    @POST
    @ResponseStatus(201)
    @Says("Streak created successfully")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 100 streaks")
    @Operation(operationId = "createStreak", summary = "Create a streak")
    public Uni<StreakView> create(@Valid @NotNull StreakBody streak) {
        return once.perform(StreakView.class, tx -> streaks.create(tx, streak));
    }

    @PUT
    @Path("/{streakId}")
    @Says("Streak updated successfully")
    @Refuses(kind = Kind.CONFLICT, when = "Somebody else changed the streak in between")
    @Operation(
            operationId = "updateStreak",
            summary = "Change a streak; periods that are over stay as they were judged")
    public Uni<StreakView> update(@ObjectId String streakId, @Valid @NotNull StreakBody streak) {
        return once.perform(StreakView.class, tx -> streaks.update(tx, streakId, streak));
    }

    @DELETE
    @Path("/{streakId}")
    @Says("Streak deleted successfully")
    @Operation(operationId = "deleteStreak", summary = "Delete a streak; its logs stay")
    public Uni<Nothing> delete(@ObjectId String streakId) {
        return once.perform(tx -> streaks.delete(tx, streakId));
    }

    @PUT
    @Path("/settings")
    @Says("Streak settings updated successfully")
    @Operation(operationId = "updateStreakSettings", summary = "Switch the streaks of a community on or off")
    public Uni<SettingsView> enable(@Valid @NotNull SettingsRequest settings) {
        return once.perform(SettingsView.class, tx -> streaks.enable(tx, settings.enabled()));
    }
}
