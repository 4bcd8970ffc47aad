package dev.regulars.identity.member;

import dev.regulars.eventing.once.Call;
import dev.regulars.eventing.once.Once;
import dev.regulars.identity.account.Maker;
import dev.regulars.platform.caller.Caller;
import dev.regulars.platform.caller.Level;
import dev.regulars.platform.caller.Needs;
import dev.regulars.platform.dialect.IntegrationReply;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
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
    @Needs(level = Level.ADMIN, permission = "createUser")
    @Operation(summary = "Create a user, and make them a member where joinServer says so")
    @Extension(name = "x-says", value = "User created successfully")
    @Extension(name = "x-refuses-409", value = "Somebody has this username or address")
    public Uni<IntegrationReply<CreatedUser>> create(
            @Valid @NotNull NewUser user, @HeaderParam(Once.HEADER) @Nullable String key) {
        user.check();
        String community = caller.communityId();
        var call = new Call(community, caller.id(), "create user", key, user.withoutPassword());
        return users.create(call, user, new Maker(community, caller.id()))
                .map(created -> IntegrationReply.of("User created successfully", created));
    }
}
