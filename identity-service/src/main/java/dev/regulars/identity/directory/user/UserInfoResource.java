package dev.regulars.identity.directory.user;

import dev.regulars.identity.directory.member.Directory;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.family.IntegrationReply;
import dev.regulars.web.operation.IgnoresIdempotencyKey;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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

    /** Whom to show: decimal id, {@code _id} or address; and which custom fields, all where none are named. */
    @Schema(name = "WhichUser", examples = """
            {"idOrEmail": "ben@example.com", "customFields": ["revenue"]}""")
    record UserInfoRequest(
            @Schema(description = "Decimal id, `_id` or e-mail address") @NotBlank
            String idOrEmail,

            @Schema(description = "Names of the custom fields to answer; all when absent, none when empty") @Nullable
            List<String> customFields) {}

    private final Directory directory;
    private final Caller caller;

    UserInfoResource(Directory directory, Caller caller) {
        this.directory = directory;
        this.caller = caller;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.GET_USER_DATA)
    @Operation(summary = "All that is known of one member")
    @IgnoresIdempotencyKey("It changes nothing")
    public Uni<IntegrationReply<UserInfoView>> read(@Valid @NotNull UserInfoRequest question) {
        return directory
                .member(caller.communityId(), question.idOrEmail())
                .map(UserInfoView::of)
                .map(IntegrationReply::of);
    }
}
