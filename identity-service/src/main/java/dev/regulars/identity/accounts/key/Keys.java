package dev.regulars.identity.accounts.key;

import static dev.regulars.identity.IdentityError.KEY_ROTATED;
import static dev.regulars.web.refusal.Refusal.orNotFound;
import static dev.regulars.web.refusal.Refusal.orRefuse;
import static java.util.Objects.requireNonNull;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.identity.accounts.key.kind.KeyKind;
import dev.regulars.identity.accounts.key.kind.KeyPermissions;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys of communities. In real time, as for all credentials. */
@ApplicationScoped
public class Keys {

    /** The caller that a key stands for. */
    public record KeyPrincipal(
            String keyId,
            String communityId,
            String accountId,
            String userId,
            KeyKind kind,
            Set<String> permissions,
            @Nullable Instant end) {

        /** As sure as the key itself. */
        public CommunityId community() {
            return CommunityId.trusted(communityId);
        }
    }

    /** When a call last needed a permission of a key. */
    public record PermissionUse(String keyId, Permission permission, Instant at) {}

    private final Outbox outbox;

    Keys(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<KeyView> create(Tx tx, NewKey wanted) {
        Instant now = now();
        String secret = Secrets.key();
        KeyExpiry expiry = KeyExpiry.of(wanted.expirePeriod(), wanted.expireDate(), now);
        var key = new KeyDocument();
        key.id = Ids.next();
        key.communityId = tx.community().id();
        key.accountId = requireNonNull(tx.caller().accountId());
        key.userId = requireNonNull(tx.caller().userId());
        key.kind = wanted.kindOrDefault();
        key.name = wanted.name();
        key.hash = Secrets.hash(secret);
        key.masked = Secrets.masked(secret);
        key.permissions = KeyPermissions.of(key.kind, wanted.permissions());
        key.expireDate = expiry.end();
        key.expirePeriod = expiry.days();
        key.createdAt = now;
        key.updatedAt = now;
        return key.insert(tx).map(added -> KeyView.of(added, secret));
    }

    Uni<Page<KeyView>> page(CommunityId community, PageRequest page) {
        return KeyDocument.page(outbox.alone(), community, page).map(part -> part.map(KeyView::of));
    }

    Uni<KeyView> find(CommunityId community, String id) {
        return existing(outbox.alone(), community, id).map(KeyView::of);
    }

    Uni<KeyView> update(Tx tx, String id, KeyChange wanted) {
        Instant now = now();
        return existing(tx, tx.community(), id)
                .chain(key -> {
                    if (wanted.kind() != null && wanted.kind() != key.kind) {
                        throw Refusal.invalid("kind", "cannot be changed");
                    }
                    List<String> permissions = KeyPermissions.of(key.kind, wanted.permissions());
                    KeyExpiry expiry = key.expiry().changed(wanted.expirePeriod(), wanted.expireDate(), now);
                    return KeyDocument.change(tx, id, wanted.name(), permissions, expiry, now);
                })
                .plug(orNotFound("API key", id))
                .map(KeyView::of);
    }

    /** Of two at the same moment one is refused: its caller would hold a key that ended as it was handed out. */
    Uni<KeyView> rotate(Tx tx, String id, Duration overlap) {
        Instant now = now();
        String secret = Secrets.key();
        return existing(tx, tx.community(), id)
                .chain(key -> key.rotate(tx, secret, now.plus(overlap), now).plug(orRefuse(KEY_ROTATED, id)))
                .map(key -> KeyView.of(key, secret));
    }

    /** @param days within which a permission counts as used */
    Uni<KeyResource.UsageView> usage(CommunityId community, String id, int days) {
        return existing(outbox.alone(), community, id)
                .map(key -> KeyResource.UsageView.of(key, now().minus(days, ChronoUnit.DAYS)));
    }

    /** A time ahead of ours counts as now. */
    public Uni<Void> recordUses(List<PermissionUse> uses) {
        Instant now = now();
        return KeyDocument.recordUses(uses.stream()
                .map(one -> one.at().isAfter(now) ? new PermissionUse(one.keyId(), one.permission(), now) : one)
                .toList());
    }

    Uni<KeyView> delete(Tx tx, String id) {
        return KeyDocument.remove(tx, id).plug(orNotFound("API key", id)).map(KeyView::of);
    }

    /** Empty for a key that is unknown, of another kind, or expired. */
    public Uni<@Nullable KeyPrincipal> principal(String secret, KeyKind kind) {
        Instant now = now();
        String hash = Secrets.hash(secret);
        return KeyDocument.findValid(outbox.alone(), hash, kind, now)
                .call(key -> key == null ? Uni.createFrom().voidItem() : KeyDocument.recordUse(key, now))
                .map(key -> key == null ? null : principal(key, hash));
    }

    /** The same for what a key was exchanged for; empty where it has ended since. */
    public Uni<@Nullable KeyPrincipal> principalById(String keyId, KeyKind kind) {
        return KeyDocument.findValidById(outbox.alone(), keyId, kind, now())
                .map(key -> key == null ? null : principal(key, key.hash));
    }

    private static KeyPrincipal principal(KeyDocument key, String presented) {
        boolean isPrevious = !presented.equals(key.hash);
        return new KeyPrincipal(
                key.id,
                key.communityId,
                key.accountId,
                key.userId,
                key.kind,
                Set.copyOf(key.permissions),
                KeySecretWrites.end(key.expireDate, isPrevious, key.previousEnd));
    }

    private static Uni<KeyDocument> existing(Tx tx, CommunityId community, String id) {
        return KeyDocument.find(tx, community, id).plug(orNotFound("API key", id));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    public static Uni<Void> buildIndexes() {
        return KeyDocument.buildIndexes();
    }
}
