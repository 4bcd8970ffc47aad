package dev.regulars.identity.accounts.token;

import static dev.regulars.events.identity.CallerChanged.tag;

import dev.regulars.events.identity.CallerChanged.Scope;
import dev.regulars.identity.accounts.Account;
import dev.regulars.identity.accounts.key.Keys.KeyPrincipal;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.token.WidgetCallers.WidgetPrincipal;
import dev.regulars.identity.accounts.userkey.UserKeys.UserKeyPrincipal;
import dev.regulars.identity.accounts.widget.token.Grant;
import dev.regulars.identity.port.MemberAccess;
import dev.regulars.web.caller.CallerKind;
import dev.regulars.web.caller.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The caller behind a credential.
 *
 * @param claims of the internal token (architecture §5)
 * @param end when the credential expires
 * @param keys tags of the changes that invalidate the token before
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

    /** A member, by a key that may do some of what its owner may. */
    static ResolvedCaller userKey(UserKeyPrincipal key) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub", key.keyId(),
                "caller", CallerKind.USER_KEY.claim(),
                "credential", key.keyId(),
                "account", key.accountId(),
                "userId", key.userId(),
                "community", key.communityId(),
                "level", Level.MEMBER.claim(),
                "permissions", key.permissions()));
        if (key.channels() != null) {
            claims.put("channels", key.channels());
        }
        List<String> keys = List.of(
                tag(Scope.CREDENTIAL, null, key.keyId()),
                tag(Scope.ACCOUNT, null, key.accountId()),
                tag(Scope.MEMBERSHIP, key.communityId(), key.accountId()),
                tag(Scope.COMMUNITY, null, key.communityId()));
        return new ResolvedCaller(claims, key.end() == null ? Instant.MAX : key.end(), keys);
    }

    /**
     * A person, for a call about {@code community} or about none.
     *
     * @param standing in that community; absent for a stranger, who gets a token without community that must not be cached, since a
     *     join takes effect at once
     * @param admin of the installation
     */
    static ResolvedCaller person(
            Account account,
            String session,
            Instant end,
            @Nullable String community,
            @Nullable MemberAccess standing,
            boolean admin) {
        Map<String, Object> claims = claims(account, session, CallerKind.USER);
        claims.put("level", Level.APPLICATION.claim());
        if (admin) {
            claims.put("installationAdmin", true);
        }
        List<String> keys = keys(account, session);
        if (community == null) {
            return new ResolvedCaller(claims, end, keys);
        }
        return standing == null
                ? new ResolvedCaller(claims, Instant.EPOCH, keys)
                : inCommunity(claims, end, keys, account, community, standing);
    }

    /**
     * A person by a session that can be used in one community only: nothing of the account itself is theirs to use, and nothing that
     * a member may not do, since whoever signs them in may be no admin.
     */
    static ResolvedCaller member(
            Account account, String session, Instant end, String community, MemberAccess standing) {
        var asMember = new MemberAccess(Level.MEMBER, standing.permissions());
        return inCommunity(
                claims(account, session, CallerKind.SSO), end, keys(account, session), account, community, asMember);
    }

    /** The visitor of a widget; a member's token reaches what every member may do, whoever the member is. */
    static ResolvedCaller widget(WidgetPrincipal principal) {
        Grant grant = principal.grant();
        Map<String, Object> claims = new HashMap<>(Map.of(
                "sub", grant.credential(),
                "caller", CallerKind.WIDGET.claim(),
                "credential", grant.credential(),
                "community", grant.communityId(),
                "permissions", List.of(),
                "origins", principal.origins()));
        List<String> keys = new ArrayList<>(List.of(
                tag(Scope.CREDENTIAL, null, grant.credential()), tag(Scope.COMMUNITY, null, grant.communityId())));
        principal.widgets().forEach(widget -> keys.add(tag(Scope.CREDENTIAL, null, widget)));
        var member = grant.member();
        if (member != null) {
            claims.put("sub", member.accountId());
            claims.put("account", member.accountId());
            claims.put("userId", member.userId());
            claims.put("level", Level.MEMBER.claim());
            keys.add(tag(Scope.ACCOUNT, null, member.accountId()));
            keys.add(tag(Scope.MEMBERSHIP, grant.communityId(), member.accountId()));
        }
        return new ResolvedCaller(claims, grant.end(), keys);
    }

    private static ResolvedCaller inCommunity(
            Map<String, Object> claims,
            Instant end,
            List<String> keys,
            Account account,
            String community,
            MemberAccess standing) {
        claims.put("community", community);
        claims.put("level", standing.level().claim());
        claims.put("permissions", standing.permissions());
        keys.add(tag(Scope.MEMBERSHIP, community, account.id()));
        keys.add(tag(Scope.COMMUNITY, null, community));
        return new ResolvedCaller(claims, end, keys);
    }

    private static Map<String, Object> claims(Account account, String session, CallerKind kind) {
        return new HashMap<>(Map.of(
                "sub", account.id(),
                "caller", kind.claim(),
                "credential", session,
                "account", account.id(),
                "userId", account.userId()));
    }

    private static List<String> keys(Account account, String session) {
        return new ArrayList<>(List.of(tag(Scope.CREDENTIAL, null, session), tag(Scope.ACCOUNT, null, account.id())));
    }

    static ResolvedCaller service(String name) {
        return new ResolvedCaller(Map.of("sub", name, "caller", CallerKind.SERVICE.claim()), Instant.MAX, List.of());
    }
}
