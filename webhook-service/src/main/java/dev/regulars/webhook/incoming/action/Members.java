package dev.regulars.webhook.incoming.action;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Finds the member whom a call names. */
@ApplicationScoped
class Members {

    private final People people;

    Members(People people) {
        this.people = people;
    }

    static void requireOne(@Nullable String email, @Nullable String userId) {
        if ((email == null) == (userId == null)) {
            throw Refusal.invalid("email", email == null ? "or user_id is required" : "and user_id exclude each other");
        }
    }

    Uni<Person> find(CommunityId community, @Nullable String email, @Nullable String userId) {
        Uni<@Nullable Person> found = email != null
                ? people.find(community, PersonKey.EMAIL, email)
                : people.find(community, PersonKey.USER_ID, String.valueOf(userId));
        return found.map(person -> person != null && person.isMember() ? person : null)
                .plug(orNotFound("member", "named by a call"));
    }
}
