package dev.regulars.rewards.category;

import dev.regulars.eventing.once.Once;
import dev.regulars.rewards.category.CategoryBody.CategoryPatch;
import dev.regulars.web.caller.Caller;
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
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@SelectableFields
@Path("/store/categories")
@Tag(ref = "Store")
class CategoryResource {

    private final Categories categories;
    private final Once once;
    private final Caller caller;

    CategoryResource(Categories categories, Once once, Caller caller) {
        this.categories = categories;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Create category success.")
    @Refuses(kind = Kind.CONFLICT, when = "The store has 200 categories")
    @Operation(summary = "Create a category")
    public Uni<CategoryView> create(@Valid @NotNull CategoryBody category) {
        return once.perform(CategoryView.class, tx -> categories.create(tx, category));
    }

    @GET
    @Path("/{categoryId}")
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Read category success.")
    @Operation(summary = "Get a category")
    public Uni<CategoryView> read(@ObjectId String categoryId) {
        return categories.read(caller.community(), categoryId);
    }

    @PATCH
    @Path("/{categoryId}")
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Update category success.")
    @Operation(summary = "Change a category")
    public Uni<CategoryView> update(@ObjectId String categoryId, @Valid @NotNull CategoryPatch category) {
        return once.perform(CategoryView.class, tx -> categories.update(tx, categoryId, category));
    }

    @DELETE
    @Path("/{categoryId}")
    @Needs(level = Level.ADMIN, permission = Permission.STORE)
    @Says("Delete category success.")
    @Operation(summary = "Delete a category. Its products stay")
    public Uni<CategoryView> delete(@ObjectId String categoryId) {
        return once.perform(CategoryView.class, tx -> categories.delete(tx, categoryId));
    }
}
