package dev.regulars.identity.accounts.widget.token;

import static dev.regulars.identity.IdentityError.ACCESS_KEY_REFUSED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.key.Keys.KeyPrincipal;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.token.EnabledKeys;
import dev.regulars.identity.accounts.widget.PublicWidget;
import dev.regulars.identity.accounts.widget.WidgetAuth;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.identity.accounts.widget.WidgetType;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.identity.accounts.widget.token.AttributeResource.AttributeToken;
import dev.regulars.identity.accounts.widget.token.SignInResource.WidgetToken;
import dev.regulars.identity.port.IdentifiedMembers;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tokens for the visitors of widgets: signed in by the partner's server, or known to nobody. */
@ApplicationScoped
class WidgetSignIns {

    private final EnabledKeys keys;
    private final Widgets widgets;
    private final IdentifiedMembers members;
    private final WidgetTokens tokens;

    WidgetSignIns(EnabledKeys keys, Widgets widgets, IdentifiedMembers members, WidgetTokens tokens) {
        this.keys = keys;
        this.widgets = widgets;
        this.members = members;
        this.tokens = tokens;
    }

    /** @param widgetId that the token is for; absent for all that are used with such tokens */
    Uni<WidgetToken> signIn(String community, Secret apiKey, @Nullable String email, @Nullable String widgetId) {
        return keys.of(apiKey.value(), KeyKind.integration)
                .map(key -> key != null && mayNot(key, community) ? null : key)
                .plug(orRefuse(ACCESS_KEY_REFUSED, "no key of " + community + " with permission widgets"))
                .call(key -> checkWidget(key.community(), widgetId))
                .chain(key -> members.member(key.community(), Map.of("email", checked(email)))
                        .plug(orNotFound("member", "by that address"))
                        .map(member -> tokens.issue(
                                WidgetAuth.TOKEN,
                                key.keyId(),
                                key.community(),
                                widgetId == null ? List.of() : List.of(widgetId),
                                member)))
                .map(issued -> new WidgetToken(issued.token(), issued.expiresIn()));
    }

    private static boolean mayNot(KeyPrincipal key, String community) {
        return !key.communityId().equals(community) || !key.permissions().contains(Permission.WIDGETS.wire());
    }

    private Uni<Void> checkWidget(CommunityId community, @Nullable String widgetId) {
        return widgetId == null
                ? Uni.createFrom().voidItem()
                : widgets.enabled(community)
                        .invoke(all -> {
                            if (all.stream()
                                    .noneMatch(one -> one.id.equals(widgetId) && one.isUsable(WidgetAuth.TOKEN))) {
                                throw Refusal.notFound("widget with auth token", widgetId);
                            }
                        })
                        .replaceWithVoid();
    }

    private static String checked(@Nullable String email) {
        if (email == null || email.isBlank()) {
            throw Refusal.invalid("email", "is required");
        }
        return email;
    }

    /** What the page says of its visitor is not believed, so nothing is looked up and nobody is found out about. */
    Uni<AttributeToken> ofVisitor(String community, WidgetName name, Page page) {
        return find(community, name)
                .map(widget -> widget != null
                                && widget.communityId.id().equals(community)
                                && widget.isUsable(WidgetAuth.ATTRIBUTE)
                        ? widget
                        : null)
                .plug(orNotFound("public widget", String.valueOf(name)))
                .invoke(widget -> checkPage(widget, page))
                .map(widget -> {
                    var issued =
                            tokens.issue(WidgetAuth.ATTRIBUTE, widget.id, widget.communityId, List.of(widget.id), null);
                    return new AttributeToken(issued.token(), issued.expiresIn(), PublicWidget.of(widget));
                });
    }

    private Uni<@Nullable WidgetDocument> find(String community, WidgetName name) {
        if (name.id() != null) {
            return widgets.shown(name.id());
        }
        WidgetType type = name.type() == null ? null : WidgetType.named(name.type());
        return type == null ? Uni.createFrom().nullItem() : widgets.forVisitors(type, community);
    }

    private static void checkPage(WidgetDocument widget, Page page) {
        String origin = page.origin();
        if (origin != null && !widget.origins.contains(origin) && !origin.endsWith("://" + page.host())) {
            throw Refusal.of(Kind.NOT_PERMITTED, widget.id + " is shown on " + origin);
        }
    }

    /** How a page names its widget. */
    record WidgetName(@Nullable String id, @Nullable String type) {}

    /**
     * Where a call comes from.
     *
     * @param origin as the browser says it; absent outside of one
     * @param host that was called: our own pages are loaded from it
     */
    record Page(@Nullable String origin, @Nullable String host) {}
}
