package dev.regulars.identity.accounts.signing;

import static dev.regulars.web.refusal.Kind.UNAVAILABLE;

import dev.regulars.crypto.MasterKey;
import dev.regulars.eventing.worker.Poller;
import dev.regulars.identity.accounts.signing.SigningKeysDocument.StoredKey;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this installation, read from the database again and again. Which of them signs, and which are believed, is a
 * matter of real time alone: replicas that have read the same document do the same.
 */
@Readiness // a qualifier, hence the @Default
@Default
@ApplicationScoped
public class SigningKeys implements HealthCheck {

    private static final Duration GRACE_BEYOND_TOKENS = Duration.ofMinutes(1);
    private static final int READS_PER_LEAD = 4;

    private final MasterKey master;
    private final SigningConfig config;
    private final Duration grace;
    private final Poller poller;
    private volatile @Nullable KeyRing<RsaJsonWebKey> ring;

    SigningKeys(Vertx vertx, MasterKey master, SigningConfig config, TokenConfig tokens) {
        this.master = master;
        this.config = config;
        this.grace = config.grace().orElse(tokens.accessLifetime().plus(GRACE_BEYOND_TOKENS));
        this.poller =
                Poller.every(vertx, config.lead().dividedBy(READS_PER_LEAD), "Reading the signing keys", this::read);
    }

    void start(@Observes StartupEvent started) {
        poller.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        poller.stop();
    }

    /** The one that signs now. Refuses with a request to come again while the database has not been reached yet. */
    RsaJsonWebKey signing() {
        return ring().signing(Instant.now());
    }

    /** The keys that are accepted now or will sign soon. */
    List<RsaJsonWebKey> accepted() {
        return ring().accepted(Instant.now());
    }

    /** A new key is to sign once everybody knows it; while one waits for that, it stays with that one. */
    Uni<KeyRing<String>> rotate() {
        return stored().chain(stored -> ring(stored).isRotating(Instant.now())
                        ? Uni.createFrom().item(stored)
                        : newPair().chain(pair -> follow(stored, pair)))
                .map(stored -> ring(stored).map(StoredKey::kid))
                .invoke(poller::wake);
    }

    /** A faster replica may have rotated since the request: its rotation is the answer. */
    private Uni<SigningKeysDocument> follow(SigningKeysDocument stored, KeyPair pair) {
        Instant now = Instant.now();
        StoredKey next = kept(pair, now.plus(config.lead()));
        KeyRing<StoredKey> ring = ring(stored).followedBy(next, now, config.lead(), grace);
        return stored.change(kept(ring)).chain(this::stored);
    }

    private Uni<SigningKeysDocument> stored() {
        return SigningKeysDocument.read()
                .onItem()
                .ifNull()
                .failWith(() -> Refusal.of(UNAVAILABLE, "no signing key was made yet"));
    }

    /** Takes longer than an event loop may. */
    private static Uni<KeyPair> newPair() {
        return Uni.createFrom().item(KeyPair::generate).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Uni<Void> read() {
        return SigningKeysDocument.read()
                .onItem()
                .ifNull()
                .switchTo(() -> newPair()
                        .chain(pair -> SigningKeysDocument.insertFirst(kept(pair, Instant.now())))
                        .chain(SigningKeysDocument::read))
                .invoke(stored -> ring = ring(stored).map(key -> KeyPair.parse(master.decrypt(key.encryptedJwk()))))
                .replaceWithVoid();
    }

    private StoredKey kept(KeyPair pair, Instant signsFrom) {
        return new StoredKey(pair.kid(), master.encrypt(pair.jwk()), signsFrom, null);
    }

    /** Under the master key of now, so that a rotation does not bring back what was re-encrypted meanwhile. */
    private List<StoredKey> kept(KeyRing<StoredKey> ring) {
        return ring.keys().stream()
                .map(key -> new StoredKey(
                        key.key().kid(),
                        master.renewed(key.key().encryptedJwk()),
                        key.signsFrom(),
                        key.acceptedUntil()))
                .toList();
    }

    private static KeyRing<StoredKey> ring(SigningKeysDocument stored) {
        return new KeyRing<>(stored.keys.stream()
                .map(key -> new KeyRing.Key<>(key, key.signsFrom(), key.acceptedUntil()))
                .toList());
    }

    private KeyRing<RsaJsonWebKey> ring() {
        KeyRing<RsaJsonWebKey> known = ring;
        if (known == null) {
            poller.wake();
            throw Refusal.of(UNAVAILABLE, "no signing key was read yet");
        }
        return known;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys").status(ring != null).build();
    }
}
