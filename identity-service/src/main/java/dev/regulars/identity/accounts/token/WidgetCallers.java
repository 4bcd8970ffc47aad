package dev.regulars.identity.accounts.token;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.installation.AccountStatus;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.widget.WidgetAuth;
import dev.regulars.identity.accounts.widget.WidgetDocument;
import dev.regulars.identity.accounts.widget.Widgets;
import dev.regulars.identity.accounts.widget.accesskey.AccessKeyDocument;
import dev.regulars.identity.accounts.widget.accesskey.AccessKeys;
import dev.regulars.identity.accounts.widget.token.Grant;
import dev.regulars.identity.accounts.widget.token.WidgetTokens;
import dev.regulars.identity.port.IdentifiedMembers.IdentifiedMember;
import dev.regulars.identity.port.MemberAccessLookup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whom the token of a widget stands for. What it came from is looked at anew each time: the token ends with it. */
@ApplicationScoped
class WidgetCallers {

    /**
     * A token whose credential, widgets and member are as good as when it was issued.
     *
     * @param widgets that it is for, at least one
     * @param origins that it can be used on
     */
    record WidgetPrincipal(Grant grant, List<String> widgets, List<String> origins) {

        static WidgetPrincipal of(Grant grant, List<WidgetDocument> widgets, List<String> ofKey) {
            List<String> origins = widgets.stream()
                    .map(widget -> widget.origins)
                    .flatMap(Collection::stream)
                    .filter(origin -> ofKey.isEmpty() || ofKey.contains(origin))
                    .distinct()
                    .toList();
            return new WidgetPrincipal(
                    grant, widgets.stream().map(widget -> widget.id).toList(), origins);
        }
    }

    private final WidgetTokens tokens;
    private final Widgets widgets;
    private final EnabledKeys keys;
    private final AccessKeys accessKeys;
    private final AccountStatus statuses;
    private final MemberAccessLookup levels;

    WidgetCallers(
            WidgetTokens tokens,
            Widgets widgets,
            EnabledKeys keys,
            AccessKeys accessKeys,
            AccountStatus statuses,
            MemberAccessLookup levels) {
        this.tokens = tokens;
        this.widgets = widgets;
        this.keys = keys;
        this.accessKeys = accessKeys;
        this.statuses = statuses;
        this.levels = levels;
    }

    boolean isOne(String token) {
        return tokens.isOne(token);
    }

    Uni<ResolvedCaller> caller(String token) {
        Grant grant = tokens.read(token);
        return originsOfKey(grant)
                .chain(ofKey -> usable(grant).map(found -> WidgetPrincipal.of(grant, found, ofKey)))
                .call(() -> checkMember(grant.community(), grant.member()))
                .map(ResolvedCaller::widget);
    }

    /** Refuses where what the token came from has ended. */
    private Uni<List<String>> originsOfKey(Grant grant) {
        return switch (grant.auth()) {
            case ATTRIBUTE -> Uni.createFrom().item(List.of());
            case TOKEN ->
                orEnded(keys.byId(grant.credential(), KeyKind.integration), "its API key has ended")
                        .replaceWith(List.of());
            case ACCESS_KEY ->
                orEnded(accessKeys.live(grant.credential()), "its access key has ended")
                        .map((AccessKeyDocument key) -> key.origins);
        };
    }

    private static <T> Uni<T> orEnded(Uni<@Nullable T> found, String otherwise) {
        return found.onItem().ifNull().failWith(() -> CREDENTIAL_REFUSED.because(otherwise));
    }

    /** A sign-in may come before the community has a widget; then it can be used on our own pages only. */
    private Uni<List<WidgetDocument>> usable(Grant grant) {
        return widgets.enabled(grant.community())
                .map(all -> all.stream()
                        .filter(widget -> widget.isUsable(grant.auth()))
                        .filter(widget ->
                                grant.widgets().isEmpty() || grant.widgets().contains(widget.id))
                        .toList())
                .invoke(found -> {
                    boolean needsOne =
                            grant.auth() != WidgetAuth.TOKEN || !grant.widgets().isEmpty();
                    if (needsOne && found.isEmpty()) {
                        throw CREDENTIAL_REFUSED.because("its widget is gone or disabled");
                    }
                });
    }

    private Uni<Void> checkMember(CommunityId community, @Nullable IdentifiedMember member) {
        if (member == null) {
            return Uni.createFrom().voidItem();
        }
        return statuses.isDisabled(member.accountId())
                .invoke(disabled -> {
                    if (disabled) {
                        throw CREDENTIAL_REFUSED.because("the account is disabled");
                    }
                })
                .chain(() -> orEnded(levels.of(member.accountId(), community.id()), "no member any more"))
                .replaceWithVoid();
    }
}
