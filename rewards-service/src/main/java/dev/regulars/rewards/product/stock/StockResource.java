package dev.regulars.rewards.product.stock;

import dev.regulars.eventing.once.Once;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@SelectableFields
@Path("/store/products/{productId}/stock")
@Tag(ref = "Store")
class StockResource {

    /** Pieces that a manager counts in or out. */
    @Schema(examples = """
            {"change": 5}""")
    record StockChange(
            @Schema(description = "Added to the stock; below 0 it takes away")
            @NotNull
            @Min(-1_000_000_000)
            @Max(1_000_000_000)
            Long change) {}

    /** The stock after a change. */
    @Schema(examples = """
            {"productID": "66b1f3e5a4d3e5f607182951", "stocks": 15}""")
    record StockView(
            String productID,
            @Schema(description = "Pieces left") @Nullable Long stocks) {}

    private final Stock stock;
    private final Once once;

    StockResource(Stock stock, Once once) {
        this.stock = stock;
        this.once = once;
    }

    @POST
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Update stock success.")
    @Refuses(kind = Kind.CONFLICT, when = "The stock would be below 0, or it is unlimited")
    @Operation(operationId = "changeStock", summary = "Add to the stock of a product, or take from it")
    public Uni<StockView> change(@ObjectId String productId, @Valid @NotNull StockChange change) {
        return once.perform(StockView.class, tx -> stock.change(tx, productId, change.change())
                .map(product -> new StockView(product.id, product.stocks)));
    }
}
