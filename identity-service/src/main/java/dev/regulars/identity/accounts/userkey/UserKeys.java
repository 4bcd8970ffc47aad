package dev.regulars.identity.accounts.userkey;

import static dev.regulars.identity.IdentityError.KEY_ROTATED;
import static dev.regulars.identity.IdentityError.USER_KEY_LIMIT;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.identity.accounts.account.AccountDocument;
import dev.regulars.identity.accounts.key.KeyExpiry;
import dev.regulars.identity.accounts.key.KeySecretWrites;
import dev.regulars.identity.accounts.key.kind.KeyPermissions;
import dev.regulars.identity.port.MemberAccessLookup;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys of users. In real time, as for all credentials. */
@ApplicationScoped
public class UserKeys {

    /**
     * The caller that a user key stands for.
     *
     * @param channels the only ones that it can be used in; absent for all
     * @param beforeVerification it ends when the address of its account is verified
     */
    public record UserKeyPrincipal(
            String keyId,
            String communityId,
            String accountId,
            String userId,
            Set<String> permissions,
            @Nullable List<String> channels,
            boolean beforeVerification,
            @Nullable Instant end) {}

    private static final int MOST = 20;

    private final MemberAccessLookup memberships;
    private final Outbox outbox;

    UserKeys(MemberAccessLookup memberships, Outbox outbox) {
        this.memberships = memberships;
        this.outbox = outbox;
    }

    /** Of a community that the owner is a member of. */
    Uni<UserKeyDocument> draft(KeyOwner owner, NewUserKey wanted) {
        String community = wanted.communityId().toLowerCase(Locale.ROOT);
        owner.checkReaches(community);
        List<String> permissions = KeyPermissions.ofUserKey(wanted.permissions());
        return memberships
                .of(owner.accountId(), community)
                .plug(orNotFound("membership", community))
                .chain(access -> AccountDocument.byId(outbox.alone(), owner.accountId()))
                .plug(orNotFound("account", owner.accountId()))
                .map(account -> drafted(account, community, permissions, wanted));
    }

    private static UserKeyDocument drafted(
            AccountDocument account, String community, List<String> permissions, NewUserKey wanted) {
        Instant now = now();
        KeyExpiry expiry = KeyExpiry.of(wanted.expirePeriod(), wanted.expireDate(), now);
        var key = new UserKeyDocument();
        key.id = Ids.next();
        key.communityId = community;
        key.accountId = account.id;
        key.userId = account.userId;
        key.beforeVerification = !account.hasVerifiedAddress();
        key.name = wanted.name();
        key.permissions = permissions;
        key.channelIds = inLowerCase(wanted.channelIds());
        key.active = true;
        key.expireDate = expiry.end();
        key.expirePeriod = expiry.days();
        key.createdAt = now;
        key.updatedAt = now;
        return key;
    }

    Uni<UserKeyView> create(Tx tx, UserKeyDocument draft) {
        String secret = Secrets.key();
        draft.hash = Secrets.hash(secret);
        draft.masked = Secrets.masked(secret);
        return UserKeyDocument.count(tx, draft.accountId)
                .invoke(keys -> {
                    if (keys >= MOST) {
                        throw USER_KEY_LIMIT.because("has " + keys);
                    }
                })
                .chain(() -> draft.insert(tx))
                .map(added -> UserKeyView.of(added, secret));
    }

    Uni<List<UserKeyView>> list(KeyOwner owner) {
        return UserKeyDocument.list(outbox.alone(), owner)
                .map(keys -> keys.stream().map(UserKeyView::of).toList());
    }

    Uni<UserKeyView> find(KeyOwner owner, String id) {
        return existing(outbox.alone(), owner, id).map(UserKeyView::of);
    }

    Uni<UserKeyView> update(Tx tx, KeyOwner owner, String id, UserKeyChange wanted) {
        return existing(tx, owner, id)
                .invoke(key -> change(key, wanted))
                .chain(key -> key.store(tx))
                .plug(orNotFound("API key", id))
                .map(UserKeyView::of);
    }

    private static void change(UserKeyDocument key, UserKeyChange wanted) {
        Instant now = now();
        KeyExpiry expiry = key.expiry().changed(wanted.expirePeriod(), wanted.expireDate(), now);
        key.name = wanted.name() == null ? key.name : wanted.name();
        key.permissions =
                wanted.permissions() == null ? key.permissions : KeyPermissions.ofUserKey(wanted.permissions());
        key.channelIds = wanted.channelIds() == null ? key.channelIds : inLowerCase(wanted.channelIds());
        key.active = wanted.isActive() == null ? key.active : wanted.isActive();
        key.expirePeriod = expiry.days();
        key.expireDate = expiry.end();
        key.updatedAt = now;
    }

    /** Of two at the same moment one is refused: its caller would hold a key that ended as it was handed out. */
    Uni<UserKeyView> rotate(Tx tx, KeyOwner owner, String id, Duration overlap) {
        Instant now = now();
        String secret = Secrets.key();
        return existing(tx, owner, id)
                .chain(key -> key.rotate(tx, secret, now.plus(overlap), now).plug(orRefuse(KEY_ROTATED, id)))
                .map(key -> UserKeyView.of(key, secret));
    }

    Uni<UserKeyView> delete(Tx tx, KeyOwner owner, String id) {
        return existing(tx, owner, id)
                .chain(key -> key.remove(tx))
                .plug(orNotFound("API key", id))
                .map(UserKeyView::of);
    }

    /** Empty for a key that is unknown, suspended, or expired. */
    public Uni<@Nullable UserKeyPrincipal> principal(String secret) {
        Instant now = now();
        String hash = Secrets.hash(secret);
        return UserKeyDocument.findValid(outbox.alone(), hash, now)
                .call(key -> key == null ? Uni.createFrom().voidItem() : key.recordUse(now))
                .map(key -> key == null ? null : principal(key, hash));
    }

    private static UserKeyPrincipal principal(UserKeyDocument key, String presented) {
        boolean isPrevious = !presented.equals(key.hash);
        return new UserKeyPrincipal(
                key.id,
                key.communityId,
                key.accountId,
                key.userId,
                Set.copyOf(key.permissions),
                key.channelIds,
                key.beforeVerification,
                KeySecretWrites.end(key.expireDate, isPrevious, key.previousEnd));
    }

    private static Uni<UserKeyDocument> existing(Tx tx, KeyOwner owner, String id) {
        return UserKeyDocument.find(tx, owner, id).plug(orNotFound("API key", id));
    }

    private static @Nullable List<String> inLowerCase(@Nullable List<String> ids) {
        return ids == null
                ? null
                : ids.stream().map(id -> id.toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Uni<Void> buildIndexes() {
        return UserKeyDocument.buildIndexes();
    }
}
