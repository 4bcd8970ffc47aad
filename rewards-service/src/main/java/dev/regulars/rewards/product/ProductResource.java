package dev.regulars.rewards.product;

import static dev.regulars.web.caller.Permission.READ_OWN_PROFILE;
import static dev.regulars.web.caller.Permission.STORE;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.listing.ListQuery;
import dev.regulars.rewards.product.body.NewProduct;
import dev.regulars.rewards.product.body.ProductChange;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.BySkip;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.SelectableFields;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.validation.ObjectId;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@SelectableFields
@Path("/store/products")
@Tag(ref = "Store")
class ProductResource {

    /** Looks at a public widget: has no role but that of everybody. */
    private static final String VISITOR = "";

    private final Products products;
    private final Once once;
    private final Caller caller;

    ProductResource(Products products, Once once, Caller caller) {
        this.products = products;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = STORE)
    @Says("Create product success.")
    @Refuses(kind = Kind.CONFLICT, when = "The store has 10000 products")
    @Operation(summary = "Create a product")
    public Uni<ProductView> create(@Valid @NotNull NewProduct product) {
        return once.perform(ProductView.class, tx -> products.create(tx, product));
    }

    @GET
    @Needs(level = Level.MEMBER, permission = STORE, userKey = READ_OWN_PROFILE, attributeWidget = true)
    @Says("Read products success.")
    @Operation(summary = "List products. Members see what is for sale to them, at their price")
    public Uni<Page<ProductView>> list(@Valid @BeanParam BySkip page, @Valid @BeanParam ListQuery query) {
        return products.page(caller.community(), query, member(), page.request());
    }

    @GET
    @Path("/{productId}")
    @Needs(level = Level.MEMBER, permission = STORE, userKey = READ_OWN_PROFILE, attributeWidget = true)
    @Says("Read product success.")
    @Operation(summary = "Get a product. Members see what is for sale to them, at their price")
    public Uni<ProductView> read(@ObjectId String productId) {
        return products.read(caller.community(), productId, member());
    }

    @PATCH
    @Path("/{productId}")
    @Needs(level = Level.ADMIN, permission = STORE)
    @Says("Update product success.")
    @Operation(summary = "Change a product")
    public Uni<ProductView> update(@ObjectId String productId, @Valid @NotNull ProductChange product) {
        return once.perform(ProductView.class, tx -> products.update(tx, productId, product));
    }

    @DELETE
    @Path("/{productId}")
    @Needs(level = Level.ADMIN, permission = STORE)
    @Says("Delete product success.")
    @Operation(summary = "Archive a product. Nobody can buy it any more; its orders go on")
    public Uni<ProductView> delete(@ObjectId String productId) {
        return once.perform(ProductView.class, tx -> products.archive(tx, productId));
    }

    /** Whose view is asked for; absent for those who manage the store. */
    private @Nullable String member() {
        boolean manager = caller.kind() == CallerKind.KEY
                || (caller.kind() == CallerKind.USER && caller.level().compareTo(Level.ADMIN) >= 0);
        String account = caller.accountId();
        return manager ? null : account == null ? VISITOR : account;
    }
}
