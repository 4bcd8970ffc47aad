package dev.regulars.community.sanction;

import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import dev.regulars.community.member.MembershipDocument;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.DomainEvent;
import dev.regulars.events.community.CommunityEvent.MemberLeft;
import dev.regulars.events.community.CommunityEvent.MemberSuspended;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What sanctions do to a membership. */
final class RestrictionWrites {

    private RestrictionWrites() {}

    /** What the sanctions that stand come to. A ban ends the membership; its end does not bring it back. */
    static Uni<Void> restrict(
            Tx tx,
            MembershipDocument member,
            @Nullable Instant suspendedUntil,
            @Nullable Instant bannedUntil,
            Instant now) {
        String community = member.communityId.id();
        boolean leaves = bannedUntil != null && member.leftAt == null;
        List<DomainEvent> events = new ArrayList<>();
        if (!Objects.equals(member.suspendedUntil, suspendedUntil)) {
            events.add(new MemberSuspended(community, member.accountId, suspendedUntil));
        }
        if (leaves) {
            events.add(new MemberLeft(community, member.accountId, member.joinedAt, now));
        }
        var change = MembershipDocument.memberships()
                .of(member.communityId)
                .change(tx, member.id)
                .by(combine(
                        set("suspendedUntil", suspendedUntil),
                        set("bannedUntil", bannedUntil),
                        inc("decisions", 1L),
                        leaves ? set("leftAt", now) : combine()));
        return (events.isEmpty() ? change.withoutEvent() : change.emitting(events.toArray(DomainEvent[]::new)))
                .replaceWithVoid();
    }
}
