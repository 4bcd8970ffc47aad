package dev.regulars.identity.accounts.secureauth;

import static dev.regulars.identity.IdentityError.LOGIN_URL_REFUSED;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.eventing.DuplicateKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.secureauth.LoginTokens.LoginGrant;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.token.EnabledKeys;
import dev.regulars.identity.port.MemberAccessLookup;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the session of a login URL, once. Everything that it was issued for is looked at again. */
@ApplicationScoped
class Redemptions {

    /**
     * A login URL as it is used.
     *
     * @param host that its query names
     * @param calledHost that the request was sent to
     */
    record LoginUrlUse(String keyId, Secret token, String host, String calledHost) {}

    private final LoginTokens tokens;
    private final EnabledKeys keys;
    private final Hosts hosts;
    private final MemberAccessLookup members;
    private final Sessions sessions;
    private final Outbox outbox;

    Redemptions(
            LoginTokens tokens,
            EnabledKeys keys,
            Hosts hosts,
            MemberAccessLookup members,
            Sessions sessions,
            Outbox outbox) {
        this.tokens = tokens;
        this.keys = keys;
        this.hosts = hosts;
        this.members = members;
        this.sessions = sessions;
        this.outbox = outbox;
    }

    /** The community whose page a login URL opens. */
    Uni<CommunityId> community(LoginUrlUse use) {
        LoginGrant grant = grant(use);
        return keys.byId(grant.keyId(), KeyKind.sso)
                .plug(orRefuse(LOGIN_URL_REFUSED, "its key has ended"))
                .call(key -> hosts.isOf(key.community(), grant.host())
                        .invoke(isOwn -> check(isOwn, "the host is not the community's any more")))
                .map(key -> key.community());
    }

    Uni<SessionToken> redeem(LoginUrlUse use, String address) {
        LoginGrant grant = grant(use);
        return community(use)
                .call(community -> members.of(grant.accountId(), community.id())
                        .invoke(access -> check(access != null, "no member any more")))
                .chain(community -> AccountDocument.byId(outbox.alone(), grant.accountId())
                        .plug(orRefuse(LOGIN_URL_REFUSED, "no such account"))
                        .invoke(account -> check(account.disabled == null, "the account is disabled"))
                        .chain(account -> sessions.open(account, grant.sessionId(), community, address)))
                .onFailure(DuplicateKey::is)
                .transform(used -> LOGIN_URL_REFUSED.because("used before"))
                .map(opened -> new SessionToken(opened.token(), opened.expiresAt()));
    }

    private LoginGrant grant(LoginUrlUse use) {
        LoginGrant grant = tokens.read(use.token().value());
        boolean isItsOwn = grant.keyId().equals(use.keyId())
                && grant.host().equals(use.host())
                && grant.host().equals(use.calledHost());
        check(isItsOwn, "used with another key or on another host");
        return grant;
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw LOGIN_URL_REFUSED.because(otherwise);
        }
    }
}
