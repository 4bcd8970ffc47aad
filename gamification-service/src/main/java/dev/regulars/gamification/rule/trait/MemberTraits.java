package dev.regulars.gamification.rule.trait;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.rule.role.MemberRolesDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Finds what members are. */
@ApplicationScoped
public class MemberTraits {

    private final Outbox outbox;

    MemberTraits(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Traits> of(CommunityId community, String accountId) {
        return MemberRolesDocument.of(outbox.alone(), community, accountId)
                .chain(roles -> MemberTraitsDocument.of(outbox.alone(), community, accountId, roles));
    }
}
