package dev.regulars.identity.accounts.key;

import static dev.regulars.web.caller.Level.ADMIN;
import static dev.regulars.web.refusal.Kind.CONFLICT;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.WholeNumber;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/application/communities/{communityId}/api-keys")
@Tag(name = "Keys", description = "API keys of partner systems and of users")
class KeyResource {

    /** Which of its permissions a key needs (contract §3.17). */
    @Schema(examples = """
            {"unused": ["getUserData", "createUser", "manageUser", "webhooks"], "lastUsed": {}}""")
    record UsageView(
            @Schema(description = "Permissions that no call needed in these days")
            List<String> unused,

            @Schema(description = "When a call last needed a permission, by its name; up to a minute late")
            Map<String, Instant> lastUsed) {

        static UsageView of(KeyDocument key, Instant since) {
            Map<String, Instant> used = key.used == null ? Map.of() : key.used;
            List<String> unused = key.permissions.stream()
                    .filter(one -> !used.getOrDefault(one, Instant.EPOCH).isAfter(since))
                    .toList();
            return new UsageView(unused, new TreeMap<>(used));
        }
    }

    private static final int USUAL_DAYS = 30;

    private final Keys keys;
    private final Once once;
    private final Caller caller;

    KeyResource(Keys keys, Once once, Caller caller) {
        this.keys = keys;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = ADMIN)
    @Says("Get API keys success.")
    @Operation(operationId = "listApiKeys", summary = "List API keys, the oldest first")
    public Uni<Page<KeyView>> list(@Valid @BeanParam ByCursor page) {
        return keys.page(caller.community(), page.request());
    }

    @GET
    @Path("/info")
    @Needs(kinds = CallerKind.KEY)
    @Says("Get API key success.")
    @Operation(operationId = "getApiKeyInfo", summary = "Get the API key that makes this call")
    public Uni<KeyView> info() {
        return keys.find(caller.community(), caller.credential());
    }

    @GET
    @Path("/{apiKeyId}")
    @Needs(level = ADMIN)
    @Says("Get API key success.")
    @Operation(operationId = "getApiKey", summary = "Get an API key")
    public Uni<KeyView> get(@ObjectId String apiKeyId) {
        return keys.find(caller.community(), apiKeyId);
    }

    @PUT
    @Path("/{apiKeyId}")
    @Needs(level = ADMIN)
    @Says("Update API key success.")
    @Operation(operationId = "updateApiKey", summary = "Update an API key. The change applies from the next call on")
    public Uni<KeyView> update(@ObjectId String apiKeyId, @Valid @NotNull KeyChange change) {
        return once.perform(KeyView.class, tx -> keys.update(tx, apiKeyId, change));
    }

    @POST
    @Path("/{apiKeyId}/rotate")
    @Needs(level = ADMIN)
    @Says("Rotate API key success.")
    @Refuses(kind = CONFLICT, when = "The key was rotated at the same moment")
    @Operation(
            operationId = "rotateApiKey",
            summary =
                    "Replace the secret of an API key. The new key is returned only once; the previous one can be used for a while")
    @Shows("""
            {"key": "5d1be1b7a7f94e3f8f0c1f5b6e2d9a4c7b8e9f0a1b2c3d4e5f60718293a4b5c6", "previousKeyExpiresAt": "2026-03-12T16:15:50.123Z"}""")
    public Uni<KeyView> rotate(
            @ObjectId String apiKeyId, @RequestBody(required = false) @Valid @Nullable RotateRequest request) {
        return once.perform(KeyView.class, tx -> keys.rotate(tx, apiKeyId, RotateRequest.overlap(request)));
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = ADMIN)
    @Says("Create API key success.")
    @Operation(operationId = "createApiKey", summary = "Create an API key. The key is returned only once")
    @Shows("""
            {"key": "c8c61f2a4c44f7671aa3f9cfe1ee152ab10392edd8116c77bbd4bb127eba8ca2"}""")
    public Uni<KeyView> create(@Valid @NotNull NewKey key) {
        return once.perform(KeyView.class, tx -> keys.create(tx, key));
    }

    @GET
    @Path("/{apiKeyId}/usage")
    @Needs(level = ADMIN)
    @Says("Get API key usage success.")
    @Operation(operationId = "getApiKeyUsage", summary = "Get which permissions an API key has needed")
    public Uni<UsageView> usage(
            @ObjectId String apiKeyId,
            @QueryParam("days")
                    @WholeNumber(min = 1, max = 366)
                    @Nullable
                    @Parameter(description = "Within how many days a permission counts as used; 30 when absent")
                    String days) {
        return keys.usage(caller.community(), apiKeyId, days == null ? USUAL_DAYS : Integer.parseInt(days));
    }

    @DELETE
    @Path("/{apiKeyId}")
    @Needs(level = ADMIN)
    @Says("Delete API key success.")
    @Operation(operationId = "deleteApiKey", summary = "Delete an API key. It is refused from the next call on")
    public Uni<KeyView> delete(@ObjectId String apiKeyId) {
        return once.perform(KeyView.class, tx -> keys.delete(tx, apiKeyId));
    }
}
