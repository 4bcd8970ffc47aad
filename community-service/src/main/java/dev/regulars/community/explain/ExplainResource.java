package dev.regulars.community.explain;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/communities/{communityId}/permissions/explain")
@Tag(ref = "Roles")
class ExplainResource {

    private final Explanations explanations;
    private final Once once;
    private final Caller caller;

    ExplainResource(Explanations explanations, Once once, Caller caller) {
        this.explanations = explanations;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, permission = Permission.MEMBERS, userKey = Permission.READ_OWN_PROFILE)
    @Says("Explain permission success.")
    @Operation(
            operationId = "explainPermission",
            summary = "Explain why a user may do something or may not; members ask about themselves")
    public Uni<Explanation> explain(
            @QueryParam("user") @NotBlank @Size(max = 24) @Parameter(description = "Decimal userId or _id") String user,
            @QueryParam("action")
                    @NotBlank
                    @Size(max = 50)
                    @Parameter(description = "A role permission, such as post_messages")
                    String action,
            @QueryParam("channel")
                    @ObjectId
                    @Nullable
                    @Parameter(description = "A channel, for what its overwrites change")
                    String channel) {
        checkMayAsk(user);
        return once.read(tx -> explanations.explain(tx, user, action, channel));
    }

    private void checkMayAsk(String user) {
        boolean aboutAnybody = caller.kind() == CallerKind.KEY
                || (caller.kind() == CallerKind.USER && caller.level().compareTo(Level.ADMIN) >= 0);
        if (!aboutAnybody && !user.equals(caller.accountId()) && !user.equals(caller.userId())) {
            throw Refusal.of(Kind.NOT_PERMITTED, caller.id() + " asks about " + user);
        }
    }
}
