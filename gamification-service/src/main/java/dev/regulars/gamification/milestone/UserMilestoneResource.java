package dev.regulars.gamification.milestone;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.regulars.eventing.once.Once;
import dev.regulars.gamification.activity.IdentifierType;
import dev.regulars.gamification.person.Persons;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/integration/users/milestones")
@Tag(ref = "Milestones")
class UserMilestoneResource {

    /** Whose milestones. */
    @Schema(examples = """
            {"identifier": "ana@example.com", "identifier_type": "email"}""")
    record MilestonesRequest(
            @NotBlank @Size(max = 254) String identifier,
            @JsonProperty("identifier_type") @NotNull IdentifierType type) {}

    private final Persons persons;
    private final MemberMilestones milestones;
    private final Once once;

    UserMilestoneResource(Persons persons, MemberMilestones milestones, Once once) {
        this.persons = persons;
        this.milestones = milestones;
        this.once = once;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_STATS)
    @IgnoresIdempotencyKey("It only reads")
    @Says("")
    @Operation(operationId = "listUserMilestones", summary = "List the milestones, and how far a member is")
    public Uni<List<MemberMilestoneView>> list(@Valid @NotNull MilestonesRequest request) {
        return once.read(
                tx -> persons.find(tx.community(), request.type().keyOf(request.identifier()), request.identifier())
                        .chain(person -> milestones.list(tx, tx.community(), person.accountId())));
    }
}
