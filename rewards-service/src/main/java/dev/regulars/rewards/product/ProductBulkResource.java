package dev.regulars.rewards.product;

import static dev.regulars.web.caller.Permission.STORE;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.product.body.ProductChange;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.page.Updated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@SelectableFields
@Path("/store/products/bulk")
@Tag(ref = "Store")
class ProductBulkResource {

    private final Products products;
    private final Once once;

    ProductBulkResource(Products products, Once once) {
        this.products = products;
        this.once = once;
    }

    @PUT
    @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
    @Needs(level = Level.ADMIN, permission = STORE)
    @Says("Update products success.")
    @Operation(
            operationId = "updateProducts",
            summary = "Change up to 500 products, as JSON or as CSV with a header; all of them or none")
    public Uni<Updated<ProductView>> update(@NotEmpty @Size(max = 500) List<@Valid @NotNull ProductChange> products) {
        return once.together(
                        ProductView[].class,
                        tx -> this.products.updateAll(tx, products).map(views -> views.toArray(ProductView[]::new)))
                .map(views -> new Updated<>(List.of(views)));
    }
}
