package dev.regulars.gamification.counter;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.consumer.PerKey;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.counter.xp.Action;
import dev.regulars.gamification.counter.xp.ActionXp;
import dev.regulars.gamification.counter.xp.XpSetting;
import dev.regulars.gamification.counter.xp.XpSettings;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.LedgerRequest.VoidCause;
import dev.regulars.gamification.ledger.decision.Limit;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.decision.Unit;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Posts what a member did: the count, and apart from it the XP, which has limits that the count has not. Both have the same cause,
 * so that whatever takes it back takes both.
 */
@ApplicationScoped
public class Counters {

    private static final String COUNT = "count";
    private static final String XP = "xp";

    private final Ledger ledger;
    private final XpSettings settings;

    Counters(Ledger ledger, XpSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    Uni<Void> count(Done done) {
        return count(List.of(done));
    }

    /** All at once: they come back in one group of the ledger, which decides them in order. */
    Uni<Void> count(List<Done> all) {
        return PerKey.lookUp(all.stream().map(Done::community).collect(toSet()), settings::of)
                .chain(now -> ledger.postEach(all.stream()
                        .flatMap(done -> requests(done, requireNonNull(now.get(done.community()))).stream())
                        .toList()));
    }

    /** Takes back whatever a cause counted or earned. */
    Uni<Void> undo(CommunityId community, String source, String causeId) {
        return ledger.voidCause(new VoidCause(community, source, causeId, null)).replaceWithVoid();
    }

    private static List<Post> requests(Done done, XpSetting setting) {
        List<Post> requests = new ArrayList<>();
        if (done.unit() != null) {
            requests.add(request(done, posting(done, COUNT, done.unit(), done.amount())));
        }
        ActionXp xp = done.action() == null ? null : setting.of(done.action());
        if (xp != null) {
            requests.add(request(done, posting(done, XP, Unit.XP, xp.xp()).within(limit(done.action(), xp))));
        }
        return requests;
    }

    private static Post request(Done done, NewPosting posting) {
        return new Post(done.community(), done.source(), done.causeId(), List.of(posting), null);
    }

    private static NewPosting posting(Done done, String rule, Unit unit, long amount) {
        return new NewPosting(
                done.accountId(),
                done.userId(),
                rule,
                NewPosting.ISSUER,
                amount < 0 ? Kind.REVERSAL : Kind.CHANGE,
                Map.of(unit.wire(), amount),
                Map.of(),
                null,
                done.at(),
                null,
                List.of());
    }

    private static Limit limit(@Nullable Action action, ActionXp xp) {
        return new Limit(
                action == null ? XP : action.key(),
                xp.time() == null ? 0 : xp.time(),
                xp.dailyCap() == null ? 0 : xp.dailyCap(),
                xp.xp());
    }
}
