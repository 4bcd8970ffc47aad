package dev.regulars.webhook.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.eventing.Version;
import dev.regulars.events.identity.IdentityEvent.MemberProfiled;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import dev.regulars.internal.people.PersonKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Reads profiles from identity-service that no event has brought yet. */
@ApplicationScoped
class IdentityClient {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    record PeopleRequest(String communityId, PersonKey by, List<String> values) {}

    record PeopleResponse(List<ProfiledMember> people) {}

    record ProfiledMember(
            String communityId,
            String accountId,
            String userId,
            String username,
            String email,
            String firstName,
            String lastName,
            String displayName,
            Version version) {

        MemberProfiled toEvent() {
            return new MemberProfiled(
                    communityId, accountId, userId, username, email, firstName, lastName, displayName);
        }
    }

    private final InternalClient identity;

    IdentityClient(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token) {
        this.identity = new InternalClient(vertx, json, addresses.identity(), token::get, TIME_LIMIT);
    }

    /** Leaves out unknown members; fails while identity-service is unavailable. */
    Uni<List<ProfiledMember>> profiles(String communityId, List<String> accountIds) {
        return identity.post(
                        "/internal/people",
                        new PeopleRequest(communityId, PersonKey.ID, accountIds),
                        PeopleResponse.class)
                .map(response -> response == null ? List.of() : response.people());
    }
}
