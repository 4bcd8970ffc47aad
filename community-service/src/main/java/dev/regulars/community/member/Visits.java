package dev.regulars.community.member;

import static dev.regulars.web.refusal.Refusal.orNotFound;

import dev.regulars.community.server.Servers;
import dev.regulars.eventing.outbox.Tx;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Visits of members: one counts in each window of the community's length. */
@ApplicationScoped
class Visits {

    /**
     * A visit.
     *
     * @param counted whether it began a new window
     * @param visitCount how many counted so far
     */
    @Schema(examples = """
            {"counted": true, "visitCount": 1, "visitedAt": "2026-03-10T16:15:50.123Z"}""")
    record VisitView(
            @Schema(description = "Whether this call counted a visit; one counts per user and window")
            boolean counted,

            @Schema(description = "How many visits were counted")
            long visitCount,

            Instant visitedAt) {

        static VisitView of(MembershipDocument member, boolean counted) {
            return new VisitView(counted, member.visits, Objects.requireNonNull(member.visitedAt));
        }
    }

    private final Servers servers;
    private final Clock clock;

    Visits(Servers servers, Clock clock) {
        this.servers = servers;
        this.clock = clock;
    }

    Uni<VisitView> visit(Tx tx, String accountId) {
        return servers.visitWindow(tx, tx.community()).chain(window -> visit(tx, accountId, window));
    }

    private Uni<VisitView> visit(Tx tx, String accountId, Duration window) {
        Instant now = clock.instant();
        return find(tx, accountId)
                .chain(member -> isDue(member, now, window)
                        ? member.visit(tx, now)
                                .chain(counted -> counted == null
                                        ? find(tx, accountId).map(seen -> VisitView.of(seen, false))
                                        : Uni.createFrom().item(VisitView.of(counted, true)))
                        : Uni.createFrom().item(VisitView.of(member, false)));
    }

    private static boolean isDue(MembershipDocument member, Instant now, Duration window) {
        return member.visitedAt == null || !member.visitedAt.plus(window).isAfter(now);
    }

    private static Uni<MembershipDocument> find(Tx tx, String accountId) {
        return MembershipDocument.findMember(tx, tx.community(), accountId).plug(orNotFound("member", accountId));
    }
}
