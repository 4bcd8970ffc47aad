package dev.regulars.identity.accounts.widget.accesskey;

import static dev.regulars.identity.IdentityError.ACCESS_KEY_REFUSED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.widget.WidgetAuth;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.identity.accounts.widget.accesskey.EmbedResource.EmbedToken;
import dev.regulars.identity.accounts.widget.accesskey.EmbedResource.EmbedTokenRequest;
import dev.regulars.identity.accounts.widget.token.WidgetTokens;
import dev.regulars.identity.port.IdentifiedMembers;
import dev.regulars.identity.port.IdentifiedMembers.IdentifiedMember;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exchanges access keys for embed tokens. */
@ApplicationScoped
class EmbedTokens {

    private static final String PREFIX = "data-";

    private final AccessKeys keys;
    private final Widgets widgets;
    private final IdentifiedMembers members;
    private final WidgetTokens tokens;

    EmbedTokens(AccessKeys keys, Widgets widgets, IdentifiedMembers members, WidgetTokens tokens) {
        this.keys = keys;
        this.widgets = widgets;
        this.members = members;
        this.tokens = tokens;
    }

    /** Without identifiers, the token is a visitor's whom nobody vouches for. */
    Uni<EmbedToken> issue(EmbedTokenRequest request) {
        return keys.presented(request.accessId(), request.accessKey())
                .plug(orRefuse(ACCESS_KEY_REFUSED, request.accessId()))
                .chain(key -> widgets.enabled(key.communityId)
                        .map(key::widgets)
                        .chain(own -> identified(key.communityId, own, request.identifiers()))
                        .map(member -> tokens.issue(
                                WidgetAuth.ACCESS_KEY, key.id, key.communityId, key.widgetIds, member.found())))
                .map(issued -> new EmbedToken(issued.token(), issued.expiresIn()));
    }

    /** The member, if identifiers were sent. */
    private record Identification(@Nullable IdentifiedMember found) {}

    private Uni<Identification> identified(
            CommunityId community, List<WidgetDocument> own, Map<String, String> identifiers) {
        if (own.isEmpty()) {
            throw ACCESS_KEY_REFUSED.because("none of its widgets can be used");
        }
        if (identifiers.isEmpty()) {
            return Uni.createFrom().item(new Identification(null));
        }
        checkNames(own, identifiers.keySet());
        Map<String, String> attributes = identifiers.entrySet().stream()
                .collect(Collectors.toMap(one -> one.getKey().substring(PREFIX.length()), Map.Entry::getValue));
        return members.member(community, attributes)
                .plug(orNotFound("member", String.valueOf(identifiers.keySet())))
                .map(Identification::new);
    }

    /** More than a widget asks for would not be looked at, so it is refused. */
    private static void checkNames(List<WidgetDocument> own, Set<String> names) {
        Set<String> configured = own.stream()
                .map(widget -> widget.dataAttributes)
                .flatMap(Collection::stream)
                .collect(Collectors.toSet());
        if (!names.stream().allMatch(name -> name.startsWith(PREFIX))) {
            throw Refusal.invalid("userIdentifiers", "must have names that begin with data-");
        }
        if (!configured.containsAll(names)) {
            throw Refusal.invalid("userIdentifiers", "must be data attributes of the widget");
        }
    }
}
