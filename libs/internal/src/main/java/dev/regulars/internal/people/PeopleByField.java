package dev.regulars.internal.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import dev.regulars.internal.people.PeopleBatches.FoundPerson;
import dev.regulars.internal.people.PeopleBatches.PeopleAnswer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds a current or former member of a community by the value of a custom field, at identity-service. */
@ApplicationScoped
public class PeopleByField {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);

    record FieldRequest(String communityId, String field, List<String> values) {}

    private final InternalClient identity;

    PeopleByField(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token) {
        this.identity = new InternalClient(vertx, json, addresses.identity(), token::get, TIME_LIMIT);
    }

    /**
     * Empty where no member has the value, or several have, or there is no such field.
     *
     * @param field its id, its database name or its name
     */
    public Uni<@Nullable Person> find(CommunityId community, String field, String value) {
        return identity.post(
                        "/internal/people/by-field",
                        new FieldRequest(community.id(), field, List.of(value)),
                        PeopleAnswer.class)
                .map(answer -> answer == null || answer.people().size() != 1
                        ? null
                        : answer.people().stream()
                                .map(FoundPerson::person)
                                .findFirst()
                                .orElse(null));
    }
}
