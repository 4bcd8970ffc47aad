package dev.regulars.webhook.incoming.call;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.crypto.Secrets;
import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.webhook.encryption.EncryptionMode;
import dev.regulars.webhook.incoming.action.Effect;
import dev.regulars.webhook.incoming.action.Effects;
import dev.regulars.webhook.incoming.hook.IncomingHookDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes calls: checks the credential, reads the body, and does once what it asks for. */
@ApplicationScoped
class IncomingCalls {

    /**
     * When a failure of an encrypted call is answered, counted from its arrival: longer than any decryption, so that the time tells
     * nothing of where it failed.
     */
    private static final Duration FAILURE_AFTER = Duration.ofMillis(50);

    /** What an encrypted call is not told apart by. */
    private static final Set<Kind> UNIFORM = Set.of(Kind.UNREADABLE, Kind.INVALID, Kind.NOT_FOUND);

    private final IncomingCredentials credentials;
    private final IncomingBody bodies;
    private final Effects effects;
    private final Outbox outbox;

    IncomingCalls(IncomingCredentials credentials, IncomingBody bodies, Effects effects, Outbox outbox) {
        this.credentials = credentials;
        this.bodies = bodies;
        this.effects = effects;
        this.outbox = outbox;
    }

    /** @param key id of the call; null: it will not be repeated */
    Uni<Void> take(String id, IncomingCall call, @Nullable String key, byte[] body) {
        long arrivedAt = System.nanoTime();
        return IncomingHookDocument.called(id)
                .onItem()
                .ifNull()
                .failWith(() -> unknown(id, body))
                .invoke(hook -> credentials.check(hook, call, body))
                .chain(hook -> {
                    Uni<Void> taken = Uni.createFrom()
                            .deferred(() -> perform(hook, key, effects.read(hook, bodies.plain(hook, call, body))));
                    return hook.mode == EncryptionMode.NONE ? taken : uniform(taken, arrivedAt);
                });
    }

    /** Where nobody is asked for a credential, the body comes before the record (contract 2.2). */
    private Refusal unknown(String id, byte[] body) {
        return bodies.isCall(body) ? Refusal.notFound("incoming webhook", id) : Refusal.unreadable("no call of " + id);
    }

    Uni<IncomingHookDocument> called(String id) {
        return IncomingHookDocument.called(id).plug(orNotFound("incoming webhook", id));
    }

    private static Uni<Void> uniform(Uni<Void> taken, long arrivedAt) {
        return taken.onFailure(failure -> failure instanceof Refusal no && UNIFORM.contains(no.kind()))
                .recoverWithUni(failure -> Uni.createFrom()
                        .<Void>failure(Refusal.unreadable("an encrypted call: " + failure.getMessage()))
                        .onFailure()
                        .call(() ->
                                Uni.createFrom().voidItem().onItem().delayIt().by(remaining(arrivedAt))));
    }

    private static Duration remaining(long arrivedAt) {
        Duration left = FAILURE_AFTER.minusNanos(System.nanoTime() - arrivedAt);
        return left.toMillis() > 0 ? left : Duration.ofMillis(1);
    }

    private Uni<Void> perform(IncomingHookDocument hook, @Nullable String key, Effect effect) {
        String receiptId =
                hook.id + ":" + Secrets.hash(key == null ? UUID.randomUUID().toString() : key);
        CommunityId community = hook.community();
        Tx tx = outbox.alone();
        return ReceiptDocument.of(community, receiptId, effect.bodyHash())
                .store(tx, community, effect.events(receiptId))
                .chain(isNew ->
                        isNew ? perform(tx, community, receiptId, effect) : repeat(tx, community, receiptId, effect));
    }

    private static Uni<Void> repeat(Tx tx, CommunityId community, String receiptId, Effect effect) {
        return ReceiptDocument.find(tx, community, receiptId).chain(found -> {
            if (found == null) {
                return perform(tx, community, receiptId, effect);
            }
            if (!found.bodyHash.equals(effect.bodyHash())) {
                throw Refusal.of(Kind.MISUSED_KEY, "another body for " + receiptId);
            }
            return found.done ? Uni.createFrom().voidItem() : perform(tx, community, receiptId, effect);
        });
    }

    /** Every effect is keyed by the receipt, so that it may be begun again. */
    private static Uni<Void> perform(Tx tx, CommunityId community, String receiptId, Effect effect) {
        return effect.perform(receiptId)
                .chain(() -> ReceiptDocument.done(tx, community, receiptId))
                .onFailure(
                        failure -> failure instanceof Refusal no && !no.kind().passes())
                .call(() -> ReceiptDocument.forget(tx, community, receiptId));
    }
}
