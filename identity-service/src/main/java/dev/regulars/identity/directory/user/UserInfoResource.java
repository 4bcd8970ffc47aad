package dev.regulars.identity.directory.user;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.caller.Permission.GET_USER_DATA;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
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
import org.jspecify.annotations.Nullable;

@Path("/integration/users/info")
@Tag(ref = "Users")
class UserInfoResource {

    /** Decimal id, {@code _id} or e-mail address of a user; and the custom fields to return, all where none are named. */
    @Schema(name = "WhichUser", examples = """
            {"idOrEmail": "ben@example.com", "customFields": ["revenue"]}""")
    record UserInfoRequest(
            @Schema(description = "Decimal id, `_id` or e-mail address")
            @NotBlank
            @Size(max = 254, message = "must be at most 254 characters")
            String idOrEmail,

            @Schema(description = "Names of the custom fields to answer; all when absent, none when empty")
            @Nullable
            @Size(max = 200)
            List<@NotNull @Size(max = 100) String> customFields) {}

    private final UserInfo users;
    private final Caller caller;

    UserInfoResource(UserInfo users, Caller caller) {
        this.users = users;
        this.caller = caller;
    }

    @POST
    @Needs(level = ADMIN, permission = GET_USER_DATA)
    @Says("")
    @Operation(operationId = "readUserInfo", summary = "Read everything about one member")
    @IgnoresIdempotencyKey("It changes nothing")
    public Uni<UserInfoView> read(@Valid @NotNull UserInfoRequest request) {
        return users.read(caller.community(), request.idOrEmail(), request.customFields());
    }
}
