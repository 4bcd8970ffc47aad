package dev.regulars.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.crypto.MasterKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Shows other services who we are. Traded at identity-service for a proof that only the suite's own services can give. */
@ApplicationScoped
public class ServiceToken {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(20);

    /** What is asked of {@code /internal/credentials/resolve}. */
    record Question(String scheme, String value) {}

    /** What it answers. */
    record Traded(String token, Instant expiresAt) {}

    private final InternalClient identity;
    private final Question question;
    private volatile @Nullable Traded current;

    ServiceToken(
            Vertx vertx,
            ObjectMapper json,
            ServiceAddresses addresses,
            MasterKey master,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.identity = new InternalClient(
                vertx, json, addresses.identity(), () -> Uni.createFrom().item(""), PATIENCE);
        this.question = new Question("service", service + "." + master.proof(service));
    }

    public Uni<String> get() {
        Traded known = current;
        if (known != null && known.expiresAt().isAfter(Instant.now().plus(RENEWED_BEFORE))) {
            return Uni.createFrom().item(known.token());
        }
        return identity.post("/internal/credentials/resolve", question, Traded.class)
                .map(this::keep);
    }

    private String keep(@Nullable Traded traded) {
        if (traded == null) {
            throw Refusal.of(Kind.UNAVAILABLE, "identity-service has no such address");
        }
        current = traded;
        return traded.token();
    }
}
