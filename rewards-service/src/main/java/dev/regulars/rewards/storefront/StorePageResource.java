package dev.regulars.rewards.storefront;

import static dev.regulars.web.caller.Permission.READ_OWN_PROFILE;

import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.SelectableFields;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@SelectableFields
@Path("/store/store-page")
@Tag(ref = "Store")
class StorePageResource {

    private final Storefront storefront;
    private final Caller caller;

    StorePageResource(Storefront storefront, Caller caller) {
        this.storefront = storefront;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.MEMBER, userKey = READ_OWN_PROFILE)
    @Says("Read store page success.")
    @Operation(
            operationId = "readStorePage",
            summary = "Get the store, what is for sale to the caller, and the caller's coins; with an ETag")
    public Uni<StorePage> read() {
        return storefront.of(caller.community(), caller.accountId());
    }
}
