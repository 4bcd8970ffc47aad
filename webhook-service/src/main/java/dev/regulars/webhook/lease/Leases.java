package dev.regulars.webhook.lease;

import static java.util.stream.Collectors.toSet;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.webhook.encryption.BodyEncryptor;
import dev.regulars.webhook.encryption.Encryption;
import dev.regulars.webhook.endpoint.EndpointUrl;
import dev.regulars.webhook.signature.Signature;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leases subscriptions to one replica at a time, so that order and limits are decided in one place. */
@ApplicationScoped
public class Leases {

    /** Renewed every second. The deliveries of a killed replica wait this long for another subscription. */
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

    public Uni<LeaseCandidates> candidates(Set<String> ids) {
        return SubscriptionDocument.findAll(ids).map(found -> {
            Set<String> deleted = new HashSet<>(ids);
            found.forEach(subscription -> deleted.remove(subscription.id));
            return new LeaseCandidates(
                    deleted,
                    found.stream()
                            .filter(this::isAvailable)
                            .map(subscription -> subscription.id)
                            .collect(toSet()));
        });
    }

    /** Null if another replica was faster. */
    public Uni<@Nullable LeasedSubscription> acquire(String id) {
        Instant now = clock.instant();
        return SubscriptionDocument.acquireLease(outbox.alone(), id, owner, now, now.plus(LENGTH))
                .map(leased -> leased == null ? null : decrypt(leased));
    }

    /** Returns the ids whose lease was renewed; the others are lost. */
    public Uni<Set<String>> renew(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Instant now = clock.instant();
        return SubscriptionDocument.renewLeases(List.copyOf(ids), owner, now, now.plus(LENGTH))
                .map(Set::copyOf);
    }

    public Uni<Void> release(Collection<String> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : SubscriptionDocument.releaseLeases(List.copyOf(ids), owner);
    }

    /** Switches a subscription off after a 410; holders of older leases cannot. */
    public Uni<Void> deactivate(LeasedSubscription subscription, String reason) {
        return SubscriptionDocument.deactivate(
                        outbox.alone(), subscription.id(), subscription.fence(), reason, clock.instant())
                .replaceWithVoid();
    }

    private boolean isAvailable(SubscriptionDocument subscription) {
        return subscription.isDeliverable() && !subscription.lease.until().isAfter(clock.instant());
    }

    private LeasedSubscription decrypt(SubscriptionDocument document) {
        Encryption encryption = document.encryption;
        String aesKey = encryption.aesKey() == null ? null : masterKey.decrypt(encryption.aesKey());
        return new LeasedSubscription(
                document.id,
                document.lease.fence(),
                EndpointUrl.of(document.url),
                new BodyEncryptor(encryption.mode(), encryption.encoding(), aesKey),
                new Signature(masterKey.decrypt(document.secret)));
    }
}
