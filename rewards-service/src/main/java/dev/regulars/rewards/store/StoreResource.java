package dev.regulars.rewards.store;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.SelectableFields;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@SelectableFields
@Path("/store/stores")
@Tag(name = "Store", description = "What members can buy for coins")
class StoreResource {

    private final Stores stores;
    private final Once once;
    private final Caller caller;

    StoreResource(Stores stores, Once once, Caller caller) {
        this.stores = stores;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.STORE, attributeWidget = true)
    @Says("Read store config success.")
    @Operation(operationId = "readStore", summary = "Get the configuration of the store")
    public Uni<StoreView> read(
            @QueryParam("lang")
                    @Size(max = 35)
                    @Parameter(
                            description = "A language tag; texts of the store have one language, so it changes nothing")
                    @Nullable
                    String lang,
            @QueryParam("fields")
                    @Size(max = 1_000)
                    @Parameter(
                            description =
                                    "Members to answer with, separated by commas; `_id` is always there. All when absent")
                    @Nullable
                    String fields) {
        return stores.read(caller.community());
    }

    @PUT
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Update store config success.")
    @Operation(operationId = "updateStore", summary = "Change the configuration of the store")
    public Uni<StoreView> update(@Valid @NotNull StoreBody store) {
        return once.perform(StoreView.class, tx -> stores.update(tx, store));
    }
}
