package dev.regulars.identity.trade;

import static dev.regulars.identity.IdentityError.CREDENTIAL_REFUSED;

import dev.regulars.identity.account.Account;
import dev.regulars.identity.account.Accounts;
import dev.regulars.identity.key.KeyKind;
import dev.regulars.identity.key.Keys;
import dev.regulars.identity.key.Keys.Holder;
import dev.regulars.identity.signing.Tokens;
import dev.regulars.identity.trade.TradeResource.Brought;
import dev.regulars.identity.trade.TradeResource.Traded;
import dev.regulars.platform.caller.CallerKind;
import dev.regulars.platform.caller.Level;
import dev.regulars.platform.secret.MasterKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds out who a caller is, and says so in a token that every service can check by itself. */
@ApplicationScoped
class Trades {

    private final Keys keys;
    private final Accounts accounts;
    private final Levels levels;
    private final Tokens tokens;
    private final MasterKey master;

    Trades(Keys keys, Accounts accounts, Levels levels, Tokens tokens, MasterKey master) {
        this.keys = keys;
        this.accounts = accounts;
        this.levels = levels;
        this.tokens = tokens;
        this.master = master;
    }

    Uni<Traded> trade(Brought credential) {
        String value = credential.value();
        Uni<Map<String, Object>> claims =
                switch (credential.scheme()) {
                    case bearer ->
                        value.indexOf('.') < 0
                                ? key(value, KeyKind.integration)
                                : person(value, credential.community());
                    case apiKey -> key(value, KeyKind.system);
                    case service -> Uni.createFrom().item(service(value));
                };
        return claims.map(this::signed);
    }

    private Uni<Map<String, Object>> key(String secret, KeyKind kind) {
        return keys.holder(secret, kind)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such key"))
                .map(Trades::claims);
    }

    private static Map<String, Object> claims(Holder key) {
        CallerKind caller = key.kind() == KeyKind.system ? CallerKind.SYSTEM : CallerKind.KEY;
        return Map.of(
                "sub", key.keyId(),
                "caller", caller.claim(),
                "credential", key.keyId(),
                "account", key.accountId(),
                "userId", key.userId(),
                "community", key.communityId(),
                "permissions", key.permissions());
    }

    private Uni<Map<String, Object>> person(String token, @Nullable String community) {
        var login = tokens.verifyLogin(token);
        String accountId = login.getClaimValueAsString("sub");
        String session = login.getClaimValueAsString("sid");
        return accounts.byId(accountId)
                .onItem()
                .ifNull()
                .failWith(() -> CREDENTIAL_REFUSED.because("no such account"))
                .chain(account ->
                        levels.of(accountId, community).map(level -> claims(account, session, community, level)));
    }

    /** A stranger to the community is told apart by having none in the token. */
    private static Map<String, Object> claims(
            Account account, String session, @Nullable String community, @Nullable Level level) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub", account.id(),
                "caller", CallerKind.USER.claim(),
                "credential", session,
                "account", account.id(),
                "userId", account.userId(),
                "level", Level.APPLICATION.claim()));
        if (community != null && level != null) {
            claims.put("community", community);
            claims.put("level", level.claim());
        }
        return claims;
    }

    private Map<String, Object> service(String value) {
        int dot = value.indexOf('.');
        String name = value.substring(0, Math.max(dot, 0));
        byte[] shown = value.substring(dot + 1).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] wanted = master.proof(name).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(shown, wanted)) {
            throw CREDENTIAL_REFUSED.because("no service of ours");
        }
        return Map.of("sub", name, "caller", CallerKind.SERVICE.claim());
    }

    private Traded signed(Map<String, Object> claims) {
        return new Traded(tokens.internal(claims), Instant.now().plus(Tokens.INTERNAL_LIFETIME));
    }
}
