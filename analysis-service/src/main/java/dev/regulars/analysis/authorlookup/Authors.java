package dev.regulars.analysis.authorlookup;

import dev.regulars.events.CommunityId;
import dev.regulars.internal.people.People;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds the member whom a request names as its sender. */
@ApplicationScoped
public class Authors {

    private final People people;

    Authors(People people) {
        this.people = people;
    }

    public Uni<Author> find(CommunityId community, String sender) {
        PersonKey by = sender.contains("@") ? PersonKey.EMAIL : PersonKey.USERNAME;
        return people.find(community, by, sender).map(person -> {
            if (person == null || !person.isMember()) {
                throw Refusal.notFound("member", "of this name");
            }
            return new Author(person.accountId(), sender);
        });
    }
}
