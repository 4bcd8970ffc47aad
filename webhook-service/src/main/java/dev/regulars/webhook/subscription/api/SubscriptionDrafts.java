package dev.regulars.webhook.subscription.api;

import dev.regulars.crypto.MasterKey;
import dev.regulars.crypto.Secrets;
import dev.regulars.web.value.Ids;
import dev.regulars.web.value.Secret;
import dev.regulars.webhook.signature.Signature;
import dev.regulars.webhook.signature.SignatureVersion;
import dev.regulars.webhook.subscription.SubscriptionDocument;
import dev.regulars.webhook.subscription.api.encryption.EncryptionKeys;
import dev.regulars.webhook.subscription.api.encryption.NewEncryption;
import dev.regulars.webhook.subscription.setting.ChallengeState;
import dev.regulars.webhook.subscription.setting.DeliveryOrder;
import dev.regulars.webhook.subscription.setting.Filters;
import dev.regulars.webhook.subscription.setting.Filters.FieldValue;
import dev.regulars.webhook.subscription.setting.Lease;
import dev.regulars.webhook.subscription.setting.Verification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns requests into subscriptions: generates secrets and schedules challenges. */
@ApplicationScoped
class SubscriptionDrafts {

    private static final int MAX_IN_FLIGHT = 8;

    private final MasterKey masterKey;
    private final EncryptionKeys keys;
    private final Clock clock;

    SubscriptionDrafts(MasterKey masterKey, EncryptionKeys keys, Clock clock) {
        this.masterKey = masterKey;
        this.keys = keys;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    SubscriptionDraft of(NewWebhook request) {
        var secret = new Secret(Signature.newSecret());
        NewEncryption encryption = request.encryptionOrNone();
        Secret generated = encryption.needsAesKey() && encryption.aesKey() == null ? EncryptionKeys.newAesKey() : null;
        var document = new SubscriptionDocument();
        document.id = Ids.next();
        document.secret = masterKey.encrypt(secret.value());
        document.encryption = keys.created(encryption, generated == null ? encryption.aesKey() : generated);
        document.url = request.url();
        document.createdAt = now();
        document.lease = Lease.NONE;
        settings(document, request);
        document.active = request.active();
        challengeAgain(document);
        return new SubscriptionDraft(document, secret, generated);
    }

    /** Changes the document in memory. Another URL, and one that a 410 switched off, is challenged again. */
    void update(SubscriptionDocument document, NewWebhook request) {
        boolean challenged =
                !document.url.equals(request.url()) || (request.active() && document.inactiveReason != null);
        document.url = request.url();
        document.encryption = keys.updated(request.encryptionOrNone(), document.encryption);
        settings(document, request);
        document.active = request.active();
        if (request.active()) {
            document.inactiveReason = null;
        }
        if (challenged) {
            challengeAgain(document);
        }
    }

    private void challengeAgain(SubscriptionDocument document) {
        document.verification = Verification.PENDING;
        document.challenge = ChallengeState.due(Secrets.key(), now());
    }

    private void settings(SubscriptionDocument document, NewWebhook request) {
        document.name = request.name();
        document.events = request.events().stream().distinct().toList();
        document.filters = filters(request);
        document.signatures = Stream.concat(Stream.of(SignatureVersion.V1), orEmpty(request.signatures()).stream())
                .distinct()
                .toList();
        document.order = request.order() == null
                ? null
                : new DeliveryOrder(request.order().by(), request.order().skipAfter());
        document.schedule = WaitsReader.read(request.schedule());
        document.maxInFlight = request.maxInFlight() == null ? MAX_IN_FLIGHT : request.maxInFlight();
        document.ratePerSecond = request.ratePerSecond();
        document.updatedAt = now();
    }

    private static Filters filters(NewWebhook request) {
        NewWebhook.NewFilters filters = request.filters();
        Map<String, String> fields = filters == null || filters.fields() == null ? Map.of() : filters.fields();
        return new Filters(
                orEmpty(request.channelIds()),
                filters == null ? List.of() : orEmpty(filters.roles()),
                fields.entrySet().stream()
                        .map(field -> new FieldValue(field.getKey(), field.getValue()))
                        .toList());
    }

    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().distinct().toList();
    }
}
