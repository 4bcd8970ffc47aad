package dev.regulars.identity.directory.privacy;

import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/users/{userId}/privacy")
@Tag(ref = "Accounts")
class PrivacyResource {

    /** Who is to see what; members that are left out stay as they are. */
    @Schema(examples = """
            {"lastName": "admins"}""")
    record PrivacyChange(
            @Nullable Audience firstName,
            @Nullable Audience lastName,
            @Nullable Audience isOnline) {}

    private final Privacy privacy;
    private final Once once;
    private final Caller caller;

    PrivacyResource(Privacy privacy, Once once, Caller caller) {
        this.privacy = privacy;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = APPLICATION)
    @Says("Get privacy success.")
    @Refuses(kind = NOT_FOUND, when = "The user is somebody else")
    @Operation(operationId = "getPrivacy", summary = "Read who sees one's own names and presence")
    public Uni<PrivacySettings> read(@ObjectId String userId) {
        return privacy.of(own(userId));
    }

    @PUT
    @Needs(level = APPLICATION)
    @Says("Update privacy success.")
    @Refuses(kind = NOT_FOUND, when = "The user is somebody else")
    @Operation(
            operationId = "updatePrivacy",
            summary = "Choose who sees one's own names and presence, in every community")
    public Uni<PrivacySettings> change(@ObjectId String userId, @Valid @NotNull PrivacyChange change) {
        String account = own(userId);
        return once.perform(PrivacySettings.class, tx -> privacy.change(tx, account, change));
    }

    private String own(String userId) {
        if (!caller.accountId().equalsIgnoreCase(userId)) {
            throw Refusal.of(NOT_FOUND, "settings of somebody else");
        }
        return caller.accountId();
    }
}
