package dev.regulars.identity.accounts.token;

import static dev.regulars.events.identity.CallerChanged.tag;

import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.key.KeyKind;
import dev.regulars.identity.accounts.key.Keys.KeyPrincipal;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who a caller is.
 *
 * @param claims of the internal token (architecture §5)
 * @param end when this is no longer true by itself
 * @param keys tags of the changes that make it untrue
 */
record ResolvedCaller(Map<String, Object> claims, Instant end, List<String> keys) {

    static ResolvedCaller key(KeyPrincipal key) {
        CallerKind caller = key.kind() == KeyKind.system ? CallerKind.SYSTEM : CallerKind.KEY;
        Map<String, Object> claims = Map.of(
                "sub", key.keyId(),
                "caller", caller.claim(),
                "credential", key.keyId(),
                "account", key.accountId(),
                "userId", key.userId(),
                "community", key.communityId(),
                "permissions", key.permissions());
        List<String> keys = List.of(
                tag(Scope.CREDENTIAL, null, key.keyId()),
                tag(Scope.ACCOUNT, null, key.accountId()),
                tag(Scope.COMMUNITY, null, key.communityId()));
        return new ResolvedCaller(claims, key.end() == null ? Instant.MAX : key.end(), keys);
    }

    /**
     * A person, for a call about {@code community} or about none.
     *
     * @param level in that community, absent for a stranger: told apart by a token without community, and true for now
     *     only, since who joins is heard at once
     * @param admin of the whole installation
     */
    static ResolvedCaller person(
            Account account,
            String session,
            Instant end,
            @Nullable String community,
            @Nullable Level level,
            boolean admin) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub", account.id(),
                "caller", CallerKind.USER.claim(),
                "credential", session,
                "account", account.id(),
                "userId", account.userId(),
                "level", Level.APPLICATION.claim()));
        if (admin) {
            claims.put("installationAdmin", true);
        }
        List<String> keys =
                new ArrayList<>(List.of(tag(Scope.CREDENTIAL, null, session), tag(Scope.ACCOUNT, null, account.id())));
        if (community == null) {
            return new ResolvedCaller(claims, end, keys);
        }
        if (level == null) {
            return new ResolvedCaller(claims, Instant.EPOCH, keys);
        }
        claims.put("community", community);
        claims.put("level", level.claim());
        keys.add(tag(Scope.MEMBERSHIP, community, account.id()));
        keys.add(tag(Scope.COMMUNITY, null, community));
        return new ResolvedCaller(claims, end, keys);
    }

    static ResolvedCaller service(String name) {
        return new ResolvedCaller(Map.of("sub", name, "caller", CallerKind.SERVICE.claim()), Instant.MAX, List.of());
    }
}
