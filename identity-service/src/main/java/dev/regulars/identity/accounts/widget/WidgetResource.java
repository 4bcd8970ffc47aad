package dev.regulars.identity.accounts.widget;

import dev.regulars.eventing.once.Once;
import dev.regulars.identity.accounts.widget.WidgetRequests.NewWidget;
import dev.regulars.identity.accounts.widget.WidgetRequests.WidgetPatch;
import dev.regulars.web.caller.Caller;
import dev.regulars.web.caller.Level;
import dev.regulars.web.caller.Needs;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.operation.Refuses;
import dev.regulars.web.operation.Says;
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
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

@Path("/application/widgets")
@Needs(level = Level.ADMIN, permission = Permission.WIDGETS)
@Tag(name = "Widgets", description = "What a community shows on its own pages, and who its visitors are")
class WidgetResource {

    private final Widgets widgets;
    private final Once once;
    private final Caller caller;

    WidgetResource(Widgets widgets, Once once, Caller caller) {
        this.widgets = widgets;
        this.once = once;
        this.caller = caller;
    }

    @GET
    @Says("Read widgets success.")
    @Operation(operationId = "listWidgets", summary = "List the widgets of a community, the oldest first")
    public Uni<Page<WidgetView>> list(@Valid @BeanParam ByCursor page) {
        return widgets.page(caller.community(), page.request());
    }

    @POST
    @ResponseStatus(201)
    @Says("Create widget success.")
    @Refuses(kind = Kind.CONFLICT, when = "The community has 100 widgets")
    @Operation(operationId = "createWidget", summary = "Create a widget")
    public Uni<WidgetView> create(@Valid @NotNull NewWidget widget) {
        return once.perform(WidgetView.class, tx -> widgets.create(tx, widget));
    }

    @GET
    @Path("/{widgetId}")
    @Says("Read widget success.")
    @Operation(operationId = "getWidget", summary = "Get a widget")
    public Uni<WidgetView> get(@ObjectId String widgetId) {
        return widgets.get(caller.community(), widgetId);
    }

    @PATCH
    @Path("/{widgetId}")
    @Says("Update widget success.")
    @Operation(
            operationId = "updateWidget",
            summary = "Change a widget. Sites that are no longer listed cannot use its tokens from the next second on")
    public Uni<WidgetView> update(@ObjectId String widgetId, @Valid @NotNull WidgetPatch widget) {
        return once.perform(WidgetView.class, tx -> widgets.update(tx, widgetId, widget));
    }

    @DELETE
    @Path("/{widgetId}")
    @Says("Delete widget success.")
    @Operation(operationId = "deleteWidget", summary = "Delete a widget. Its tokens end within a second")
    public Uni<WidgetView> delete(@ObjectId String widgetId) {
        return once.perform(WidgetView.class, tx -> widgets.delete(tx, widgetId));
    }
}
