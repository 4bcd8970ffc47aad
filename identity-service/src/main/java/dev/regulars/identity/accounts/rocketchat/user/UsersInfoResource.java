package dev.regulars.identity.accounts.rocketchat.user;

import static dev.regulars.web.caller.CallerKind.SSO;
import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.INVALID;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/rocketchat/users.info")
@Tag(ref = "Rocket.Chat")
class UsersInfoResource {

    /** A user. */
    @Schema(examples = """
            {"user": {"_id": "66b1f0c2a4d3e5f60718293a", "name": "Ana Okafor", "username": "ana", "status": "offline",
                      "statusText": "", "utcOffset": 0, "type": "user", "active": true, "canViewAllInfo": false},
             "success": true}""")
    record UserAnswer(ChatUser user, boolean success) {}

    private final UsersInfo users;
    private final Caller caller;

    UsersInfoResource(UsersInfo users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @GET
    @Needs(level = APPLICATION, kinds = SSO)
    @Operation(
            operationId = "getRocketChatUser",
            summary = "Get a user by id, username or import id",
            description = """
                    Exactly one of `userId`, `username` and `importId`. Changelog: 7.0.0 removed `fields`; 3.4.0 added `unread` \\
                    in `rooms`; 0.70.0 added `rooms`; 0.49.0 `userId` or `username`; 0.48.0 renamed to users.info; 0.35.0 added.""")
    @Refuses(kind = INVALID, when = "Not exactly one of the three is given, or it is empty")
    @Refuses(kind = NOT_FOUND, when = "There is no such user, or no community is shared with them")
    public Uni<UserAnswer> info(
            @QueryParam("userId") @Nullable @Parameter(description = "`_id` of the user; a username is taken too")
                    String userId,
            @QueryParam("username") @Nullable @Parameter(description = "Username; an `_id` is taken too")
                    String username,
            @QueryParam("importId") @Nullable @Parameter(description = "Id under which a community knows the user")
                    String importId,
            @QueryParam("includeUserRooms")
                    @Nullable
                    @Parameter(description = "`true` for the rooms that the user is in")
                    String includeUserRooms,
            @QueryParam("fields") @Nullable @Parameter(description = "Without effect") String fields,
            @Context UriInfo uri) {
        var query = UsersInfoQuery.of(uri.getQueryParameters());
        return users.info(caller.accountId(), community(), query).map(user -> new UserAnswer(user, true));
    }

    /** A person's own session names none. */
    private @Nullable String community() {
        return caller.kind() == SSO ? caller.communityOrNone() : null;
    }
}
