package dev.regulars.identity.accounts.token;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.installation.AccountStatus;
import dev.regulars.identity.accounts.installation.InstallationAdmins;
import dev.regulars.identity.accounts.key.Keys;
import dev.regulars.identity.accounts.key.Keys.KeyPrincipal;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.session.LongSessions;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.accounts.signing.Tokens.Login;
import dev.regulars.identity.accounts.token.CredentialResource.ExchangedToken;
import dev.regulars.identity.accounts.token.CredentialResource.PresentedCredential;
import dev.regulars.identity.accounts.userkey.UserKeys;
import dev.regulars.identity.port.ApiAccess;
import dev.regulars.identity.port.MemberAccessLookup;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Resolves a credential to its caller, and signs an internal token that every service can verify by itself. */
@ApplicationScoped
class CredentialResolver {

    private final Keys keys;
    private final UserKeys userKeys;
    private final AccountStatus statuses;
    private final Sessions sessions;
    private final LongSessions longSessions;
    private final WidgetCallers widgets;
    private final InstallationAdmins admins;
    private final MemberAccessLookup levels;
    private final AccessRules access;
    private final Tokens tokens;
    private final MasterKey master;

    CredentialResolver(
            Keys keys,
            UserKeys userKeys,
            AccountStatus statuses,
            Sessions sessions,
            LongSessions longSessions,
            WidgetCallers widgets,
            InstallationAdmins admins,
            MemberAccessLookup levels,
            AccessRules access,
            Tokens tokens,
            MasterKey master) {
        this.keys = keys;
        this.userKeys = userKeys;
        this.statuses = statuses;
        this.sessions = sessions;
        this.longSessions = longSessions;
        this.widgets = widgets;
        this.admins = admins;
        this.levels = levels;
        this.access = access;
        this.tokens = tokens;
        this.master = master;
    }

    Uni<ExchangedToken> exchange(PresentedCredential credential) {
        String value = credential.value().value();
        Uni<ResolvedCaller> caller =
                switch (credential.scheme()) {
                    case bearer ->
                        value.indexOf('.') < 0 ? bearerKey(value) : bearerToken(value, credential.community());
                    case apiKey -> keys.principal(value, KeyKind.system).chain(this::key);
                    case tokenAndUser -> user(value, credential.userId(), credential.community());
                    case service -> Uni.createFrom().item(service(value));
                };
        return caller.chain(one -> access.of(one.claims()).map(rules -> signed(one, rules)));
    }

    private Uni<ResolvedCaller> bearerToken(String token, @Nullable String community) {
        return widgets.isOne(token) ? widgets.caller(token) : person(token, community);
    }

    private Uni<ResolvedCaller> bearerKey(String secret) {
        return keys.principal(secret, KeyKind.integration).chain(known -> known == null ? userKey(secret) : key(known));
    }

    private Uni<ResolvedCaller> key(@Nullable KeyPrincipal known) {
        if (known == null) {
            throw CREDENTIAL_REFUSED.because("no such key");
        }
        return statuses.isDisabled(known.accountId()).map(disabled -> {
            if (disabled) {
                throw CREDENTIAL_REFUSED.because("the account that made it is disabled");
            }
            return ResolvedCaller.key(known);
        });
    }

    /** A user key is its owner, as long as the owner is a member of the key's community. */
    private Uni<ResolvedCaller> userKey(String secret) {
        return userKeys.principal(secret)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such key"))
                .call(key -> statuses.admitsUserKey(key.accountId(), key.beforeVerification())
                        .invoke(admitted -> check(admitted, "its account is disabled, or was verified since")))
                .call(key -> levels.of(key.accountId(), key.communityId())
                        .invoke(access -> check(access != null, "its owner is no member")))
                .map(ResolvedCaller::userKey);
    }

    private static void check(boolean admitted, String otherwise) {
        if (!admitted) {
            throw CREDENTIAL_REFUSED.because(otherwise);
        }
    }

    private Uni<ResolvedCaller> person(String token, @Nullable String community) {
        Login login = tokens.verifyLogin(token);
        return sessions.owner(login.accountId(), login.session())
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("the session has ended, or there is no such account"))
                .chain(owner -> owner.community() == null
                        ? account(login, owner.account(), community)
                        : member(login, owner.account(), owner.community()));
    }

    private Uni<ResolvedCaller> user(String token, @Nullable String userId, @Nullable String community) {
        if (token.indexOf('.') >= 0) {
            check(tokens.verifyLogin(token).accountId().equals(userId), "a token of another user");
            return person(token, community);
        }
        return longSessions
                .session(token)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("the session has ended, or there is no such token"))
                .invoke(session -> check(session.account().id.equals(userId), "a token of another user"))
                .chain(session -> {
                    var login = new Login(session.account().id, session.id(), session.end());
                    var account = Account.of(session.account());
                    return session.community() == null
                            ? account(login, account, community)
                            : member(login, account, session.community());
                });
    }

    private Uni<ResolvedCaller> account(Login login, Account account, @Nullable String community) {
        return levels.of(account.id(), community)
                .map(level -> ResolvedCaller.person(
                        account, login.session(), login.end(), community, level, admins.isAdmin(account)));
    }

    /** A session of one community is that community's, whatever community the call names. */
    private Uni<ResolvedCaller> member(Login login, Account account, String community) {
        return levels.of(account.id(), community)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no member of the session's community"))
                .map(level -> ResolvedCaller.member(account, login.session(), login.end(), community, level));
    }

    private ResolvedCaller service(String value) {
        int dot = value.indexOf('.');
        String name = value.substring(0, Math.max(dot, 0));
        if (!master.isProof(value.substring(dot + 1), name)) {
            throw CREDENTIAL_REFUSED.because("not a proof of one of our services");
        }
        return ResolvedCaller.service(name);
    }

    private ExchangedToken signed(ResolvedCaller caller, ApiAccess rules) {
        Instant tokenEnds = Instant.now().plus(Tokens.INTERNAL_LIFETIME);
        Instant end = caller.end().isBefore(tokenEnds) ? caller.end() : tokenEnds;
        return new ExchangedToken(
                new Secret(tokens.internal(caller.claims())), end, caller.keys(), rules.origins(), rules.limits());
    }
}
