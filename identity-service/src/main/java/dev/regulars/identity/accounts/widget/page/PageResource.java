package dev.regulars.identity.accounts.widget.page;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.identity.accounts.widget.WidgetType;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.web.caller.Public;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page of a widget, for an iframe (contract §3.13.2). */
@Path("/widget/{type}/{widgetId}")
class PageResource {

    private static final String ANY_TYPE = "widget";
    private static final int MOST_ATTRIBUTES = 50;
    private static final int LONGEST = 1_000;

    private final Widgets widgets;
    private final HtmlPage pages;

    PageResource(Widgets widgets, HtmlPage pages) {
        this.widgets = widgets;
        this.pages = pages;
    }

    /** Not in the document: it is shown, not called. */
    @GET
    @Public
    @Produces(MediaType.TEXT_HTML)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(String type, String widgetId, UriInfo uri) {
        return find(type, widgetId)
                .plug(orNotFound("widget", widgetId))
                .map(widget -> pages.of(
                        widget.name,
                        PageConfig.OfWidget.of(widget, attributes(uri.getQueryParameters())),
                        widget.origins,
                        widget.url));
    }

    private Uni<@Nullable WidgetDocument> find(String type, String id) {
        if (type.equals(ANY_TYPE)) {
            return widgets.shown(id);
        }
        WidgetType wanted = WidgetType.named(type);
        if (wanted == null) {
            throw Refusal.notFound("type of widgets", type);
        }
        return widgets.shown(wanted, id);
    }

    private static Map<String, String> attributes(MultivaluedMap<String, String> query) {
        Map<String, String> attributes = new LinkedHashMap<>();
        query.forEach((name, values) -> {
            String value = values.getFirst();
            if (attributes.size() < MOST_ATTRIBUTES && name.length() + value.length() <= LONGEST) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }
}
