package dev.regulars.identity;

import dev.regulars.eventing.Indexed;
import dev.regulars.identity.account.Accounts;
import dev.regulars.identity.key.Keys;
import dev.regulars.identity.link.Links;
import dev.regulars.identity.member.Directory;
import dev.regulars.identity.recovery.Recovery;
import dev.regulars.identity.session.Sessions;
import dev.regulars.identity.throttle.Throttles;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;

/** Every index of this service. */
@Singleton
class Indexes implements Indexed {

    @Override
    public Uni<Void> build() {
        return Accounts.buildIndexes()
                .chain(Sessions::buildIndexes)
                .chain(Keys::buildIndexes)
                .chain(Directory::buildIndexes)
                .chain(Links::buildIndexes)
                .chain(Recovery::buildIndexes)
                .chain(Throttles::buildIndexes);
    }
}
