package dev.regulars.identity.accounts.token;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.MemberAccessLookup;
import dev.regulars.identity.accounts.installation.AccountStatus;
import dev.regulars.identity.accounts.installation.InstallationAdmins;
import dev.regulars.identity.accounts.key.KeyKind;
import dev.regulars.identity.accounts.key.Keys;
import dev.regulars.identity.accounts.session.Sessions;
import dev.regulars.identity.accounts.signing.Tokens;
import dev.regulars.identity.accounts.signing.Tokens.Login;
import dev.regulars.identity.accounts.token.CredentialResource.ExchangedToken;
import dev.regulars.identity.accounts.token.CredentialResource.PresentedCredential;
import dev.regulars.web.value.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Resolves a credential to its caller, and signs an internal token that every service can verify by itself. */
@ApplicationScoped
class CredentialResolver {

    private final Keys keys;
    private final AccountStatus statuses;
    private final Sessions sessions;
    private final InstallationAdmins admins;
    private final MemberAccessLookup levels;
    private final Tokens tokens;
    private final MasterKey master;

    CredentialResolver(
            Keys keys,
            AccountStatus statuses,
            Sessions sessions,
            InstallationAdmins admins,
            MemberAccessLookup levels,
            Tokens tokens,
            MasterKey master) {
        this.keys = keys;
        this.statuses = statuses;
        this.sessions = sessions;
        this.admins = admins;
        this.levels = levels;
        this.tokens = tokens;
        this.master = master;
    }

    Uni<ExchangedToken> exchange(PresentedCredential credential) {
        String value = credential.value().value();
        Uni<ResolvedCaller> caller =
                switch (credential.scheme()) {
                    case bearer ->
                        value.indexOf('.') < 0
                                ? key(value, KeyKind.integration)
                                : person(value, credential.community());
                    case apiKey -> key(value, KeyKind.system);
                    case service -> Uni.createFrom().item(service(value));
                };
        return caller.map(this::signed);
    }

    private Uni<ResolvedCaller> key(String secret, KeyKind kind) {
        return keys.principal(secret, kind)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such key"))
                .call(principal -> statuses.isDisabled(principal.accountId()).invoke(disabled -> {
                    if (disabled) {
                        throw CREDENTIAL_REFUSED.because("the account that made it is disabled");
                    }
                }))
                .map(ResolvedCaller::key);
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

    private ExchangedToken signed(ResolvedCaller caller) {
        Instant tokenEnds = Instant.now().plus(Tokens.INTERNAL_LIFETIME);
        Instant end = caller.end().isBefore(tokenEnds) ? caller.end() : tokenEnds;
        return new ExchangedToken(new Secret(tokens.internal(caller.claims())), end, caller.keys());
    }
}
