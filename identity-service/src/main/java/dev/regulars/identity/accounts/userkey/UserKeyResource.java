package dev.regulars.identity.accounts.userkey;

import static dev.regulars.web.caller.CallerKind.SSO;
import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.key.RotateRequest;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/application/users/{userId}/api-keys/{keyId}")
@Tag(ref = "Keys")
class UserKeyResource {

    /** The user of all examples. */
    private static final String ME = "66b1f0c2a4d3e5f60718293a";

    private final UserKeys keys;
    private final Once once;
    private final Caller caller;

    UserKeyResource(UserKeys keys, Once once, Caller caller) {
        this.keys = keys;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Get API key success.")
    @Operation(operationId = "getUserKey", summary = "Get one of one's own API keys")
    public Uni<UserKeyView> get(@ObjectId @Parameter(example = ME) String userId, @ObjectId String keyId) {
        return keys.find(owner(userId), keyId);
    }

    @PUT
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Update API key success.")
    @Operation(
            operationId = "updateUserKey",
            summary = "Update one of one's own API keys, or suspend it. The change applies from the next call on")
    public Uni<UserKeyView> update(
            @ObjectId @Parameter(example = ME) String userId,
            @ObjectId String keyId,
            @Valid @NotNull UserKeyChange change) {
        KeyOwner owner = owner(userId);
        return once.perform(UserKeyView.class, tx -> keys.update(tx, owner, keyId, change));
    }

    @DELETE
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Delete API key success.")
    @Operation(
            operationId = "deleteUserKey",
            summary = "Delete one of one's own API keys. It is refused from the next call on")
    public Uni<UserKeyView> delete(@ObjectId @Parameter(example = ME) String userId, @ObjectId String keyId) {
        KeyOwner owner = owner(userId);
        return once.perform(UserKeyView.class, tx -> keys.delete(tx, owner, keyId));
    }

    @POST
    @Path("/rotate")
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Rotate API key success.")
    @Refuses(kind = CONFLICT, when = "The key was rotated at the same moment")
    @Operation(
            operationId = "rotateUserKey",
            summary =
                    "Replace the secret of one of one's own API keys. The new key is returned only once; the previous one can be used for a while")
    @Shows("""
            {"key": "0b9c8d7e6f5041323a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8fa4f1", "previousKeyExpiresAt": "2026-03-12T16:15:50.123Z"}""")
    public Uni<UserKeyView> rotate(
            @ObjectId @Parameter(example = ME) String userId,
            @ObjectId String keyId,
            @RequestBody(required = false) @Valid @Nullable RotateRequest request) {
        KeyOwner owner = owner(userId);
        return once.perform(UserKeyView.class, tx -> keys.rotate(tx, owner, keyId, RotateRequest.overlap(request)));
    }

    private KeyOwner owner(String userId) {
        return new KeyOwner(caller.accountId(), caller.communityOrNone()).asking(userId);
    }
}
