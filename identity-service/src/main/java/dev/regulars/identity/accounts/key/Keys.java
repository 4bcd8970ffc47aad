package dev.regulars.identity.accounts.key;

import static dev.regulars.web.refusal.Refusal.orNotFound;
import static java.util.Objects.requireNonNull;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.web.caller.Permission;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** API keys of communities: created, deleted, resolved. */
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
            @Nullable Instant end) {}

    private final Outbox outbox;
    private final Clock clock;

    Keys(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<KeyView> create(Tx tx, NewKey wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        String secret = Secrets.key();
        var key = new KeyDocument();
        key.id = Ids.next();
        key.communityId = tx.community().id();
        key.accountId = requireNonNull(tx.caller().accountId());
        key.userId = requireNonNull(tx.caller().userId());
        key.kind = wanted.kindOrDefault();
        key.name = wanted.name();
        key.hash = Secrets.hash(secret);
        key.masked = Secrets.masked(secret);
        key.permissions =
                wanted.checkedPermissions().stream().map(Permission::wire).toList();
        key.expireDate = wanted.end(now);
        key.expirePeriod = key.expireDate == null ? 0 : Math.toIntExact(ChronoUnit.DAYS.between(now, key.expireDate));
        key.createdAt = now;
        key.updatedAt = now;
        return key.insert(tx).map(added -> KeyView.of(added, secret));
    }

    Uni<KeyView> delete(Tx tx, String id) {
        return KeyDocument.remove(tx, id).plug(orNotFound("API key", id)).map(key -> KeyView.of(key, key.masked));
    }

    /** Empty for a key that is unknown, of another kind, or expired. */
    public Uni<@Nullable KeyPrincipal> principal(String secret, KeyKind kind) {
        Instant now = Instant.now(); // a credential ends in real time
        return KeyDocument.findValid(outbox.alone(), Secrets.hash(secret), kind, now)
                .call(key -> key == null ? Uni.createFrom().voidItem() : KeyDocument.recordUse(key, now))
                .map(key -> key == null ? null : principal(key));
    }

    private static KeyPrincipal principal(KeyDocument key) {
        List<String> permissions = key.permissions;
        return new KeyPrincipal(
                key.id, key.communityId, key.accountId, key.userId, key.kind, Set.copyOf(permissions), key.expireDate);
    }

    public static Uni<Void> buildIndexes() {
        return KeyDocument.buildIndexes();
    }
}
