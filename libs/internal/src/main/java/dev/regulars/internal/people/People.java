package dev.regulars.internal.people;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.regulars.events.CommunityId;
import dev.regulars.internal.InternalClient;
import dev.regulars.internal.ServiceAddresses;
import dev.regulars.internal.ServiceToken;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Finds current and former members of a community at identity-service. Look-ups that come in while one is under way go out
 * together in the next. Who was found is remembered for five seconds; who was not is asked for again.
 */
@ApplicationScoped
public class People {

    private static final Duration TIME_LIMIT = Duration.ofSeconds(2);
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int REMEMBERED_AT_MOST = 50_000;

    private record Key(CommunityId community, PersonKey by, String value) {}

    private final Cache<Key, Person> known = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_AT_MOST)
            .expireAfterWrite(REMEMBERED)
            .build();
    private final PeopleBatches batches;

    @Inject
    People(Vertx vertx, ObjectMapper json, ServiceAddresses addresses, ServiceToken token) {
        this(new InternalClient(vertx, json, addresses.identity(), token::get, TIME_LIMIT));
    }

    People(InternalClient identity) {
        this.batches = new PeopleBatches(identity);
    }

    /** Empty where nobody of that name is or was a member. Fails as unavailable while identity-service is. */
    public Uni<@Nullable Person> find(CommunityId community, PersonKey by, String value) {
        return find(community, by, List.of(value)).map(found -> found.get(value));
    }

    /** The same for many; those who are unknown are left out. */
    public Uni<Map<String, Person>> find(CommunityId community, PersonKey by, Collection<String> values) {
        return Uni.createFrom().deferred(() -> {
            Map<String, Person> found = new HashMap<>();
            Set<String> missing = new LinkedHashSet<>();
            for (String value : values) {
                Person person = known.getIfPresent(new Key(community, by, value));
                if (person == null) {
                    missing.add(value);
                } else {
                    found.put(value, person);
                }
            }
            return missing.isEmpty()
                    ? Uni.createFrom().item(found)
                    : ask(community, by, missing).invoke(found::putAll).replaceWith(found);
        });
    }

    private Uni<Map<String, Person>> ask(CommunityId community, PersonKey by, Set<String> missing) {
        return batches.find(community, by, missing)
                .emitOn(here())
                .map(all -> missing.stream().filter(all::containsKey).collect(toMap(value -> value, all::get)))
                .invoke(found -> found.forEach((value, person) -> known.put(new Key(community, by, value), person)));
    }

    /** An answer that was asked for together with others comes back on the context of one of them. */
    private static Executor here() {
        Context context = io.vertx.core.Vertx.currentContext();
        return context == null ? Runnable::run : work -> context.runOnContext(nothing -> work.run());
    }
}
