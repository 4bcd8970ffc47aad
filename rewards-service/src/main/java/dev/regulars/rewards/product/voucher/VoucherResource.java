package dev.regulars.rewards.product.voucher;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@SelectableFields
@Path("/store/products/{productId}/vouchers")
@Tag(ref = "Store")
class VoucherResource {

    private final Vouchers vouchers;
    private final Once once;

    VoucherResource(Vouchers vouchers, Once once) {
        this.vouchers = vouchers;
        this.once = once;
    }

    @POST
    @ResponseStatus(201)
    @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Create vouchers success.")
    @Operation(
            operationId = "addVouchers",
            summary = "Add codes to a product, as JSON or as CSV with one code in each row. Only their buyers see them")
    public Uni<AddedVouchers> add(@ObjectId String productId, @Valid @NotNull NewVouchers vouchers) {
        return once.perform(AddedVouchers.class, tx -> this.vouchers.add(tx, productId, vouchers));
    }
}
