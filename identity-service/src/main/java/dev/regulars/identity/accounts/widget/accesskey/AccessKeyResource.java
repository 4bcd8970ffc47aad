package dev.regulars.identity.accounts.widget.accesskey;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.operation.Shows;
import dev.regulars.web.page.ByCursor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/widget-access-keys")
@Needs(level = Level.ADMIN, permission = Permission.WIDGETS)
@Tag(ref = "Widgets")
class AccessKeyResource {

    private final AccessKeys keys;
    private final Once once;
    private final Caller caller;

    AccessKeyResource(AccessKeys keys, Once once, Caller caller) {
        this.keys = keys;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Says("Read widget access keys success.")
    @Operation(operationId = "listWidgetAccessKeys", summary = "List widget access keys, the oldest first")
    public Uni<Page<AccessKeyView>> list(@Valid @BeanParam ByCursor page) {
        return keys.page(caller.community(), page.request());
    }

    @POST
    @ResponseStatus(201)
    @Says("Create widget access key success.")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 100 widget access keys")
    @Operation(
            operationId = "createWidgetAccessKey",
            summary = "Create a widget access key. The key is returned only once")
    @Shows("""
            {"accessKey": "c8c6f3a1b2d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c8ca2"}""")
    public Uni<AccessKeyView> create(@Valid @NotNull NewAccessKey key) {
        return once.perform(AccessKeyView.class, tx -> keys.create(tx, key));
    }

    @DELETE
    @Path("/{accessId}")
    @Says("Delete widget access key success.")
    @Operation(
            operationId = "deleteWidgetAccessKey",
            summary = "Delete a widget access key. It and its tokens end within a second")
    public Uni<AccessKeyView> delete(@ObjectId String accessId) {
        return once.perform(AccessKeyView.class, tx -> keys.delete(tx, accessId));
    }
}
