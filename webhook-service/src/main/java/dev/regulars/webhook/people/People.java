package dev.regulars.webhook.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Who a member is. */
@ApplicationScoped
public class People {

    private final Identity identity;

    People(Identity identity) {
        this.identity = identity;
    }

    /** Fails for whoever nobody has told us of yet: they will, since joining comes with a profile. */
    public Uni<Person> find(String communityId, String accountId) {
        return PersonDocument.find(communityId, accountId)
                .onItem()
                .ifNull()
                .switchTo(() -> learn(communityId, accountId))
                .onItem()
                .ifNull()
                .failWith(() -> new NotToldYet(communityId, accountId));
    }

    private Uni<Person> learn(String communityId, String accountId) {
        return identity.ask(communityId, accountId)
                .onItem()
                .ifNotNull()
                .transformToUni(known -> PersonDocument.keep(known.profile(), known.version()))
                .chain(() -> PersonDocument.find(communityId, accountId));
    }
}
