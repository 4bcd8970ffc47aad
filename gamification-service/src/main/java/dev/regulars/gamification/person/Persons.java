package dev.regulars.gamification.person;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** Current and former members of a community. */
@ApplicationScoped
public class Persons {

    private final People people;

    Persons(People people) {
        this.people = people;
    }

    /** By decimal userId or {@code _id}. */
    public Uni<Person> byId(CommunityId community, String id) {
        return find(community, isAccountId(id) ? PersonKey.ID : PersonKey.USER_ID, id);
    }

    public Uni<Person> find(CommunityId community, PersonKey by, String value) {
        return people.find(community, by, value).plug(orNotFound("member", value));
    }

    /** Those who are known, by what they were asked for with. */
    public Uni<Map<String, Person>> find(CommunityId community, PersonKey by, Collection<String> values) {
        return people.find(community, by, values);
    }

    private static boolean isAccountId(String id) {
        return id.matches("[0-9a-f]{24}");
    }
}
