package dev.regulars.gamification.rule.trait;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.field.MemberFieldsDocument;
import dev.regulars.gamification.member.MembershipDocument;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Finds what members are. */
@ApplicationScoped
public class MemberTraits {

    private final Outbox outbox;

    MemberTraits(Outbox outbox) {
        this.outbox = outbox;
    }

    public Uni<Traits> of(CommunityId community, String accountId) {
        Tx tx = outbox.alone();
        return MembershipDocument.find(tx, community, accountId)
                .chain(member -> MemberFieldsDocument.values(tx, community, accountId)
                        .map(fields -> new Traits(
                                MembershipDocument.roleIds(community, member),
                                member == null ? Set.of() : member.tags(),
                                fields)));
    }
}
