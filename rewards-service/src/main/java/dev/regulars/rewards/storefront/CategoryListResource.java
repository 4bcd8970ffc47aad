package dev.regulars.rewards.storefront;

import dev.regulars.rewards.category.Categories;
import dev.regulars.rewards.category.CategoryView;
import dev.regulars.rewards.listing.ListQuery;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Says;
import dev.regulars.web.page.BySkip;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.SelectableFields;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@SelectableFields
@Path("/store/categories")
@Tag(ref = "Store")
class CategoryListResource {

    private final Categories categories;
    private final OfferedCategories offered;
    private final Caller caller;

    CategoryListResource(Categories categories, OfferedCategories offered, Caller caller) {
        this.categories = categories;
        this.offered = offered;
        this.caller = caller;
    }

    @GET
    @Needs(level = Level.ADMIN, permission = Permission.STORE, attributeWidget = true)
    @Says("Read categories success.")
    @Operation(operationId = "listCategories", summary = "List the categories of the store")
    public Uni<Page<CategoryView>> list(
            @Valid @BeanParam BySkip page,
            @Valid @BeanParam ListQuery query,
            @QueryParam("userID")
                    @Size(min = 1, max = 24)
                    @Parameter(
                            description =
                                    "Decimal id of a user: only categories that have something for sale to this user")
                    @Nullable
                    String userId) {
        if (caller.kind() == CallerKind.WIDGET) {
            return offered.toVisitors(caller.community())
                    .chain(ids -> categories.page(caller.community(), query, ids, page.request()));
        }
        return userId == null
                ? categories.page(caller.community(), query, null, page.request())
                : offered.to(caller.community(), userId)
                        .chain(ids -> categories.page(caller.community(), query, ids, page.request()));
    }
}
