package dev.regulars.identity.trade;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.crypto.MasterKey;
import dev.regulars.identity.installation.Admins;
import dev.regulars.identity.installation.Disabling;
import dev.regulars.identity.key.KeyKind;
import dev.regulars.identity.key.Keys;
import dev.regulars.identity.session.Sessions;
import dev.regulars.identity.signing.Tokens;
import dev.regulars.identity.signing.Tokens.Login;
import dev.regulars.identity.trade.TradeResource.Brought;
import dev.regulars.identity.trade.TradeResource.Traded;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds out who a caller is, and says so in a token that every service can check by itself. */
@ApplicationScoped
class Trades {

    private final Keys keys;
    private final Disabling disabling;
    private final Sessions sessions;
    private final Admins admins;
    private final Levels levels;
    private final Tokens tokens;
    private final MasterKey master;

    Trades(
            Keys keys,
            Disabling disabling,
            Sessions sessions,
            Admins admins,
            Levels levels,
            Tokens tokens,
            MasterKey master) {
        this.keys = keys;
        this.disabling = disabling;
        this.sessions = sessions;
        this.admins = admins;
        this.levels = levels;
        this.tokens = tokens;
        this.master = master;
    }

    Uni<Traded> trade(Brought credential) {
        String value = credential.value();
        Uni<Known> caller =
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

    private Uni<Known> key(String secret, KeyKind kind) {
        return keys.holder(secret, kind)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such key"))
                .call(holder -> disabling.isDisabled(holder.accountId()).invoke(shut -> {
                    if (shut) {
                        throw CREDENTIAL_REFUSED.because("its maker is disabled");
                    }
                }))
                .map(Known::key);
    }

    private Uni<Known> person(String token, @Nullable String community) {
        Login login = tokens.verifyLogin(token);
        return sessions.holder(login.accountId(), login.session())
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("the session is over, or there is no such account"))
                .chain(account -> levels.of(account.id(), community)
                        .map(level -> Known.person(
                                account, login.session(), login.end(), community, level, admins.isAdmin(account))));
    }

    private Known service(String value) {
        int dot = value.indexOf('.');
        String name = value.substring(0, Math.max(dot, 0));
        if (!master.isProof(value.substring(dot + 1), name)) {
            throw CREDENTIAL_REFUSED.because("no service of ours");
        }
        return Known.service(name);
    }

    private Traded signed(Known caller) {
        Instant tokenEnds = Instant.now().plus(Tokens.INTERNAL_LIFETIME);
        Instant end = caller.end().isBefore(tokenEnds) ? caller.end() : tokenEnds;
        return new Traded(tokens.internal(caller.claims()), end, caller.keys());
    }
}
