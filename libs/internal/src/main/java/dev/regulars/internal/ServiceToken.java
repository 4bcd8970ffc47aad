package dev.regulars.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.crypto.MasterKey;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The token of this service for calls to other services, exchanged at identity-service for a proof derived from the master key. */
@ApplicationScoped
public class ServiceToken {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(20);
    private static final Duration STILL_GOOD = Duration.ofSeconds(5);

    /** The request to {@code /internal/credentials/resolve}. */
    record ResolveRequest(String scheme, String value) {}

    /** Its answer. */
    record ExchangedToken(String token, Instant expiresAt) {

        private boolean isGoodFor(Duration time) {
            return expiresAt.isAfter(Instant.now().plus(time));
        }
    }

    private final InternalClient identity;
    private final MasterKey master;
    private final String service;
    private volatile @Nullable ExchangedToken current;

    ServiceToken(
            Vertx vertx,
            ObjectMapper json,
            ServiceAddresses addresses,
            MasterKey master,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.identity = new InternalClient(
                vertx, json, addresses.identity(), () -> Uni.createFrom().item(""), PATIENCE);
        this.master = master;
        this.service = service;
    }

    public Uni<String> get() {
        ExchangedToken known = current;
        if (known == null || !known.isGoodFor(STILL_GOOD)) {
            return exchange();
        }
        // while identity-service is away for a moment, the one before serves
        return known.isGoodFor(RENEWED_BEFORE)
                ? Uni.createFrom().item(known.token())
                : exchange().onFailure().recoverWithItem(known.token());
    }

    private Uni<String> exchange() {
        var request = new ResolveRequest("service", service + "." + master.proof(service)); // good for a minute
        return identity.post("/internal/credentials/resolve", request, ExchangedToken.class)
                .map(this::keep);
    }

    private String keep(@Nullable ExchangedToken exchanged) {
        if (exchanged == null) {
            throw Refusal.of(Kind.UNAVAILABLE, "identity-service has no such address");
        }
        current = exchanged;
        return exchanged.token();
    }
}
