package dev.regulars.webhook.lease;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.webhook.encryption.KeySchedule;
import dev.regulars.webhook.endpoint.url.EndpointUrl;
import dev.regulars.webhook.signature.MessageSigner;
import dev.regulars.webhook.signature.Signature;
import dev.regulars.webhook.signature.SignatureVersion;
import dev.regulars.webhook.signature.SigningKey;
import dev.regulars.webhook.signature.SigningKeys;
import dev.regulars.webhook.subscription.LeaseWrites;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.setting.Rest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Leases subscriptions to one replica at a time, so that order and limits are decided in one place. */
@Singleton
public class Leases {

    /** Renewed every second. The deliveries of a killed replica wait this long for another subscription. */
    public static final Duration LENGTH = Duration.ofSeconds(6);

    private final String owner = UUID.randomUUID().toString();
    private final Outbox outbox;
    private final MasterKey masterKey;
    private final SigningKeys signingKeys;
    private final Clock clock;

    Leases(Outbox outbox, MasterKey masterKey, SigningKeys signingKeys, Clock clock) {
        this.outbox = outbox;
        this.masterKey = masterKey;
        this.signingKeys = signingKeys;
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
        return LeaseWrites.acquire(outbox.alone(), id, owner, now, now.plus(LENGTH))
                .onItem()
                .ifNotNull()
                .transformToUni(leased -> opened(leased));
    }

    /** Returns the subscriptions whose lease was renewed, by id; the others are lost. */
    public Uni<Map<String, SubscriptionDocument>> renew(Collection<String> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Instant now = clock.instant();
        return LeaseWrites.renew(List.copyOf(ids), owner, now, now.plus(LENGTH))
                .map(held -> held.stream().collect(toMap(one -> one.id, one -> one)));
    }

    public Uni<Void> release(Collection<String> ids) {
        return ids.isEmpty() ? Uni.createFrom().voidItem() : LeaseWrites.release(List.copyOf(ids), owner);
    }

    /** Switches a subscription off after a 410; holders of older leases cannot. */
    public Uni<Void> deactivate(LeasedSubscription subscription, String reason) {
        return LeaseWrites.deactivate(outbox.alone(), subscription.id(), subscription.fence(), reason, clock.instant())
                .replaceWithVoid();
    }

    /** @param rest null: over */
    public Uni<Void> rest(LeasedSubscription subscription, @Nullable Rest rest) {
        return LeaseWrites.rest(outbox.alone(), subscription.id(), subscription.fence(), rest)
                .replaceWithVoid();
    }

    private boolean isAvailable(SubscriptionDocument subscription) {
        return subscription.isDeliverable() && !subscription.lease.until().isAfter(clock.instant());
    }

    /** With its secrets in clear. */
    public Uni<LeasedSubscription> opened(SubscriptionDocument document) {
        boolean needsKey = document.signatures.stream().anyMatch(version -> version != SignatureVersion.V1);
        return needsKey
                ? signingKeys.current().map(key -> opened(document, key))
                : Uni.createFrom().item(() -> opened(document, null));
    }

    private LeasedSubscription opened(SubscriptionDocument document, @Nullable SigningKey key) {
        var previous =
                document.previousSecret == null ? null : new Signature(masterKey.decrypt(document.previousSecret));
        return new LeasedSubscription(
                document.id,
                document.lease.fence(),
                document.revision,
                EndpointUrl.of(document.url),
                new KeySchedule(document.encryption, masterKey),
                new MessageSigner(
                        new Signature(masterKey.decrypt(document.secret)),
                        previous,
                        document.previousSecretUntil,
                        Set.copyOf(document.signatures),
                        key),
                document.maxInFlight,
                document.ratePerSecond,
                document.order,
                document.schedule,
                document.rest);
    }
}
