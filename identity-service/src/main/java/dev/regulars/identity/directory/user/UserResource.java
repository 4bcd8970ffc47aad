package dev.regulars.identity.directory.user;

import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.user.UserOutcome.PendingUser;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.family.IntegrationReply;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

@Path("/integration/users")
@Tag(name = "Users", description = "The members of a community")
class UserResource {

    private final CreateUser users;
    private final Caller caller;

    UserResource(CreateUser users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.CREATE_USER)
    @Operation(
            summary =
                    "Create a user, and make them a member where joinServer says so; whoever has an account elsewhere is asked first")
    @Says("User created successfully")
    @Refuses(kind = CONFLICT, when = "Somebody has this username or address")
    @Also(status = 202, says = "Confirmation sent", as = PendingUser.class)
    public Uni<RestResponse<IntegrationReply<UserOutcome>>> create(
            @Valid @NotNull NewUser user, @HeaderParam(Once.HEADER) @Nullable String key) {
        user.check();
        String community = caller.communityId();
        var call = new Call(community, caller.id(), "create user", key, user.withoutPassword());
        return users.create(call, user, new Provisioner(community, caller.id())).map(UserResource::answer);
    }

    private static RestResponse<IntegrationReply<UserOutcome>> answer(UserOutcome outcome) {
        return switch (outcome) {
            case CreatedUser created -> RestResponse.ok(IntegrationReply.of("User created successfully", created));
            case PendingUser pending ->
                RestResponse.status(Status.ACCEPTED, IntegrationReply.of("Confirmation sent", pending));
        };
    }
}
