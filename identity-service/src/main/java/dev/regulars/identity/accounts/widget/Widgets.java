package dev.regulars.identity.accounts.widget;

import static dev.regulars.identity.IdentityError.WIDGET_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.widget.WidgetRequests.NewWidget;
import dev.regulars.identity.accounts.widget.WidgetRequests.WidgetPatch;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The widgets of communities. In real time, as for all credentials. */
@ApplicationScoped
public class Widgets {

    private static final String ID = "[0-9a-fA-F]{24}";

    private final Outbox outbox;

    Widgets(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Page<WidgetView>> page(CommunityId community, PageRequest page) {
        return WidgetDocument.page(outbox.alone(), community, page).map(part -> part.map(WidgetView::of));
    }

    Uni<WidgetView> get(CommunityId community, String id) {
        return existing(outbox.alone(), community, id).map(WidgetView::of);
    }

    Uni<WidgetView> create(Tx tx, NewWidget wanted) {
        check(wanted);
        var widget = new WidgetDocument();
        widget.id = Ids.next();
        widget.communityId = tx.community();
        widget.createdAt = now();
        widget.take(wanted, widget.createdAt);
        return WidgetDocument.count(tx)
                .invoke(WIDGET_LIMIT::checkRoom)
                .chain(() -> widget.insert(tx))
                .map(WidgetView::of);
    }

    Uni<WidgetView> update(Tx tx, String id, WidgetPatch patch) {
        return existing(tx, tx.community(), id)
                .invoke(widget -> {
                    NewWidget wanted = patch.over(widget);
                    check(wanted);
                    widget.take(wanted, now());
                })
                .chain(widget -> widget.store(tx).plug(orNotFound("widget", id)))
                .map(WidgetView::of);
    }

    Uni<WidgetView> delete(Tx tx, String id) {
        return WidgetDocument.remove(tx, id).plug(orNotFound("widget", id)).map(WidgetView::of);
    }

    /** Rules between fields. */
    private static void check(NewWidget wanted) {
        boolean isCustom = wanted.type() == WidgetType.CUSTOM;
        if (isCustom && (wanted.url() == null || !wanted.url().startsWith("https://"))) {
            throw Refusal.invalid("url", "must be an https address for a custom widget");
        }
        if (!isCustom && wanted.url() != null) {
            throw Refusal.invalid("url", "must be left out: only custom widgets have one");
        }
        boolean hasLinks = wanted.links() != null && !wanted.links().isEmpty();
        if (hasLinks && wanted.type() != WidgetType.SOCIAL) {
            throw Refusal.invalid("links", "must be left out: only social widgets have them");
        }
    }

    /** Those that can be used, the oldest first. */
    public Uni<List<WidgetDocument>> enabled(CommunityId community) {
        return WidgetDocument.enabled(outbox.alone(), community);
    }

    /** Empty for one that is unknown or disabled. */
    public Uni<@Nullable WidgetDocument> shown(String id) {
        return id.matches(ID)
                ? WidgetDocument.shown(outbox.alone(), id)
                : Uni.createFrom().nullItem();
    }

    /** The public widget of a type that a community has. */
    public Uni<@Nullable WidgetDocument> forVisitors(WidgetType type, String communityId) {
        return WidgetDocument.forVisitors(outbox.alone(), communityId, type);
    }

    /** By its own id, or the first of that type in a community of that id. */
    public Uni<@Nullable WidgetDocument> shown(WidgetType type, String widgetOrCommunity) {
        return shown(widgetOrCommunity).chain(widget -> {
            if (widget != null || !widgetOrCommunity.matches(ID)) {
                boolean fits = widget != null && widget.type == type;
                return Uni.createFrom().item(fits ? widget : null);
            }
            return WidgetDocument.shown(outbox.alone(), widgetOrCommunity, type);
        });
    }

    /** Whether any community shows a widget on a site. */
    public Uni<Boolean> isOrigin(String origin) {
        return WidgetDocument.isOrigin(outbox.alone(), origin);
    }

    private static Uni<WidgetDocument> existing(Tx tx, CommunityId community, String id) {
        return WidgetDocument.find(tx, community, id).plug(orNotFound("widget", id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Uni<Void> buildIndexes() {
        return WidgetDocument.buildIndexes();
    }
}
