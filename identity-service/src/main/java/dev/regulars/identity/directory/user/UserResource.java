package dev.regulars.identity.directory.user;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.CREATE_USER;
import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.Provisioner;
import dev.regulars.identity.directory.user.UserOutcome.PendingUser;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Also;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

@Path("/integration/users")
@Tag(name = "Users", description = "The members of a community")
class UserResource {

    private final CreateUser users;
    private final Once once;
    private final Caller caller;

    UserResource(CreateUser users, Once once, Caller caller) {
        this.users = users;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(level = ADMIN, permission = CREATE_USER)
    @Says("User created successfully")
    @Operation(
            operationId = "createUser",
            summary =
                    "Create a user, and make them a member with joinServer. The owner of an existing account is asked first")
    @Refuses(kind = CONFLICT, when = "The username is taken, or the community knows the address")
    @Also(status = 202, says = "Confirmation sent", as = PendingUser.class)
    public Uni<RestResponse<UserOutcome>> create(@Valid @NotNull NewUser user) {
        user.check();
        return users.create(
                        once.request(),
                        caller.community(),
                        user,
                        new Provisioner(caller.community().id(), caller.id()))
                .map(UserResource::answer);
    }

    private static RestResponse<UserOutcome> answer(UserOutcome outcome) {
        return RestResponse.status(outcome instanceof PendingUser ? Status.ACCEPTED : Status.OK, outcome);
    }
}
