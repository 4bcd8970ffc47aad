package dev.regulars.identity.signing;

import static dev.regulars.platform.problem.Kind.UNAVAILABLE;

import dev.regulars.eventing.Rounds;
import dev.regulars.platform.problem.Refusal;
import dev.regulars.platform.secret.MasterKey;
import dev.regulars.platform.secret.Secrets;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The keys of this installation, read from the database and made once. The newest one signs; all of them verify. */
@Readiness // a qualifier, hence the @Default
@Default
@ApplicationScoped
public class SigningKeys implements HealthCheck {

    private static final int BITS = 2048;
    private static final int KEY_ID_BYTES = 8;

    private final MasterKey master;
    private final Clock clock;
    private final Rounds rounds;
    private volatile List<RsaJsonWebKey> keys = List.of();

    SigningKeys(Vertx vertx, MasterKey master, Clock clock) {
        this.master = master;
        this.clock = clock;
        this.rounds = Rounds.every(vertx, Duration.ofSeconds(30), "Reading the signing keys", this::read);
    }

    void start(@Observes StartupEvent started) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent stopping) {
        rounds.stop();
    }

    /** Refuses with a request to come again while the database has not been reached yet. */
    public RsaJsonWebKey newest() {
        return all().getLast();
    }

    List<RsaJsonWebKey> all() {
        List<RsaJsonWebKey> known = keys;
        if (known.isEmpty()) {
            rounds.poke();
            throw Refusal.of(UNAVAILABLE, "no signing key was read yet");
        }
        return known;
    }

    private Uni<Void> read() {
        return SigningKeyDocument.all()
                .chain(stored -> stored.isEmpty()
                        ? SigningKeyDocument.insertFirst(master.encrypt(generate()), clock.instant())
                                .chain(SigningKeyDocument::all)
                        : Uni.createFrom().item(stored))
                .invoke(stored -> keys = stored.stream()
                        .map(key -> parse(master.decrypt(key.encryptedJwk)))
                        .toList())
                .replaceWithVoid();
    }

    private static String generate() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(BITS);
            key.setKeyId(Secrets.key().substring(0, 2 * KEY_ID_BYTES));
            key.setUse("sig");
            key.setAlgorithm("RS256");
            return key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException e) {
            throw new IllegalStateException("Cannot make a signing key", e);
        }
    }

    private static RsaJsonWebKey parse(String jwk) {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(jwk);
        } catch (JoseException e) {
            throw new IllegalStateException("A stored signing key cannot be read", e);
        }
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("signing keys").status(!keys.isEmpty()).build();
    }
}
