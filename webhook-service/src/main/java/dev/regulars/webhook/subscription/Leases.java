package dev.regulars.webhook.subscription;

import static java.util.stream.Collectors.toSet;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.webhook.envelope.Envelope;
import dev.regulars.webhook.envelope.Signature;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One replica at a time delivers for a subscription, so that its order and its limits are decided in one place. */
@ApplicationScoped
public class Leases {

    /** Renewed every second; so long what a killed replica held waits for another. */
    public static final Duration LENGTH = Duration.ofSeconds(6);

    private final String owner = UUID.randomUUID().toString();
    private final Outbox outbox;
    private final MasterKey masterKey;
    private final Clock clock;

    Leases(Outbox outbox, MasterKey masterKey, Clock clock) {
        this.outbox = outbox;
        this.masterKey = masterKey;
        this.clock = clock;
    }

    public Uni<Standing> standing(Set<String> ids) {
        return SubscriptionDocument.among(ids).map(found -> {
            Set<String> gone = new HashSet<>(ids);
            found.forEach(one -> gone.remove(one.id));
            return new Standing(
                    gone, found.stream().filter(this::isFree).map(one -> one.id).collect(toSet()));
        });
    }

    /** Empty if another replica was faster. */
    public Uni<@Nullable Leased> take(String id) {
        Instant now = clock.instant();
        return SubscriptionDocument.lease(outbox.alone(), id, owner, now, now.plus(LENGTH))
                .map(taken -> taken == null ? null : opened(taken));
    }

    /** Prolongs leases; whatever is not in the answer is held no more. */
    public Uni<Set<String>> renew(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Instant now = clock.instant();
        return SubscriptionDocument.renew(List.copyOf(ids), owner, now, now.plus(LENGTH))
                .map(Set::copyOf);
    }

    public Uni<Void> release(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().voidItem() : SubscriptionDocument.release(List.copyOf(ids), owner);
    }

    /** For an endpoint that says it is gone for good. A holder of an older lease has no say. */
    public Uni<Void> switchOff(Leased subscription, String reason) {
        return SubscriptionDocument.switchOff(
                        outbox.alone(), subscription.id(), subscription.fence(), reason, clock.instant())
                .replaceWithVoid();
    }

    private boolean isFree(SubscriptionDocument one) {
        return one.isDeliverable() && !one.lease.until().isAfter(clock.instant());
    }

    private Leased opened(SubscriptionDocument taken) {
        Encryption how = taken.encryption;
        String aesKey = how.aesKey() == null ? null : masterKey.decrypt(how.aesKey());
        return new Leased(
                taken.id,
                taken.lease.fence(),
                URI.create(taken.url),
                new Envelope(how.mode(), how.encoding(), aesKey),
                new Signature(masterKey.decrypt(taken.secret)));
    }
}
