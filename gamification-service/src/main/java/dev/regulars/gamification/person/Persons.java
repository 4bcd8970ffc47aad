package dev.regulars.gamification.person;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PeopleByField;
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
    private final PeopleByField byField;

    Persons(People people, PeopleByField byField) {
        this.people = people;
        this.byField = byField;
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

    /** By the value of a custom field. */
    public Uni<Person> byField(CommunityId community, String field, String value) {
        return byField.find(community, field, value).plug(orNotFound("member", "by a custom field"));
    }

    private static boolean isAccountId(String id) {
        return id.matches("[0-9a-f]{24}");
    }
}
