package dev.regulars.webhook.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.Version;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Asks identity-service about people of whom no event has told us yet. */
@ApplicationScoped
class Identity {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    record Question(String communityId, List<String> accountIds) {}

    record Known(List<Profiled> people) {}

    record Profiled(
            String communityId,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            Version version) {

        MemberProfiled profile() {
            return new MemberProfiled(communityId, accountId, userId, username, email, firstName, lastName);
        }
    }

    private final InternalClient identity;

    Identity(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token) {
        this.identity = new InternalClient(vertx, json, addresses.identity(), token::get, PATIENCE);
    }

    /** Without those whom identity does not know either; fails while it is away. */
    Uni<List<Profiled>> ask(String communityId, List<String> accountIds) {
        return identity.post("/internal/people", new Question(communityId, accountIds), Known.class)
                .map(known -> known == null ? List.of() : known.people());
    }
}
