package dev.regulars.identity.accounts.userkey;

import static dev.regulars.web.caller.CallerKind.SSO;
import static dev.regulars.web.caller.CallerKind.USER_KEY;
import static dev.regulars.web.caller.Level.APPLICATION;
import static dev.regulars.web.refusal.Kind.CONFLICT;
import static dev.regulars.web.refusal.Kind.NOT_FOUND;

import dev.regulars.eventing.once.Once;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/users/apikeys")
@Tag(ref = "Keys")
class UserKeysResource {

    private final UserKeys keys;
    private final Once once;
    private final Caller caller;

    UserKeysResource(UserKeys keys, Once once, Caller caller) {
        this.keys = keys;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Create API key success.")
    @Refuses(kind = NOT_FOUND, when = "The user is another one, or no member of the community")
    @Refuses(kind = CONFLICT, when = "The user has 20 keys")
    @Operation(
            operationId = "createUserKey",
            summary = "Create an API key that acts as oneself. The key is returned only once")
    @Shows("""
            {"key": "a4f1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d09bc"}""")
    public Uni<UserKeyView> create(
            @QueryParam("userId") @ObjectId @Nullable @Parameter(description = "One's own _id") String userId,
            @Valid @NotNull NewUserKey key) {
        KeyOwner owner = owner(userId);
        return once.perform(UserKeyView.class, () -> keys.draft(owner, key), keys::create);
    }

    @GET
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Get API keys success.")
    @Refuses(kind = NOT_FOUND, when = "The user is another one")
    @Operation(operationId = "listUserKeys", summary = "List one's own API keys, the oldest first")
    public Uni<List<UserKeyView>> list(
            @QueryParam("userId") @ObjectId @Nullable @Parameter(description = "One's own _id") String userId) {
        return keys.list(owner(userId));
    }

    @DELETE
    @Needs(level = APPLICATION, kinds = SSO)
    @Says("Delete API key success.")
    @Refuses(kind = NOT_FOUND, when = "The user is another one, or has no such key")
    @Operation(
            operationId = "deleteNamedUserKey",
            summary = "Delete one of one's own API keys, named in the query. It is refused from the next call on")
    public Uni<UserKeyView> delete(
            @QueryParam("userId") @ObjectId @Nullable @Parameter(description = "One's own _id") String userId,
            @QueryParam("keyId") @NotNull @ObjectId @Parameter(description = "The _id of the key") String keyId) {
        KeyOwner owner = owner(userId);
        return once.perform(UserKeyView.class, tx -> keys.delete(tx, owner, keyId));
    }

    @GET
    @Path("/info")
    @Needs(kinds = USER_KEY)
    @Says("Get API key success.")
    @Operation(operationId = "getUserKeyInfo", summary = "Get the user key that makes this call")
    public Uni<UserKeyView> info() {
        return keys.find(owner(null), caller.credential());
    }

    private KeyOwner owner(@Nullable String userId) {
        return new KeyOwner(caller.accountId(), caller.communityOrNone()).asking(userId);
    }
}
