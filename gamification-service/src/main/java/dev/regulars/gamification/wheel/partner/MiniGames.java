package dev.regulars.gamification.wheel.partner;

import static java.util.Objects.requireNonNullElseGet;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.GamificationError;
import dev.regulars.gamification.ledger.Ledger;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.MemberDocument;
import dev.regulars.gamification.ledger.Posted;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.Refused;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.person.Persons;
import dev.regulars.gamification.streak.member.MemberStreaks;
import dev.regulars.gamification.wheel.partner.MiniGameRequests.MiniGameLogsRequest;
import dev.regulars.gamification.wheel.partner.MiniGameRequests.WheelUpdate;
import dev.regulars.gamification.wheel.partner.MiniGameViews.MiniGameLogView;
import dev.regulars.gamification.wheel.partner.MiniGameViews.MiniGameStatsView;
import dev.regulars.gamification.wheel.partner.MiniGameViews.UpdatedWheelView;
import dev.regulars.gamification.wheel.partner.MiniGameViews.WheelStats;
import dev.regulars.gamification.wheel.spin.SpinDocument;
import dev.regulars.gamification.wheel.spin.WheelPlayerDocument;
import dev.regulars.gamification.wheel.spin.WheelPlayers;
import dev.regulars.internal.people.Person;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.page.Page;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What partner systems see of mini games, and what they correct. */
@ApplicationScoped
class MiniGames {

    private static final String SOURCE = "wheel-update";
    private static final String RULE = "spins";

    private final Persons persons;
    private final WheelPlayers players;
    private final MemberStreaks streaks;
    private final Ledger ledger;
    private final CommunityTerms terms;
    private final Outbox outbox;

    MiniGames(
            Persons persons,
            WheelPlayers players,
            MemberStreaks streaks,
            Ledger ledger,
            CommunityTerms terms,
            Outbox outbox) {
        this.persons = persons;
        this.players = players;
        this.streaks = streaks;
        this.ledger = ledger;
        this.terms = terms;
        this.outbox = outbox;
    }

    Uni<Page<MiniGameLogView>> logs(CommunityId community, MiniGameLogsRequest request) {
        return persons.find(community, PersonKey.EMAIL, request.email())
                .chain(person ->
                        SpinDocument.page(outbox.alone(), community, person.accountId(), request.pageRequest()))
                .map(spins -> spins.map(MiniGameLogView::of));
    }

    Uni<MiniGameStatsView> stats(CommunityId community, String email) {
        return persons.find(community, PersonKey.EMAIL, email).chain(person -> wheel(community, person.accountId())
                .chain(wheel -> streaks.list(outbox.alone(), community, person.accountId())
                        .map(all -> new MiniGameStatsView(wheel, all))));
    }

    /** @param key of the call, which is the id of its effect */
    Uni<UpdatedWheelView> update(CommunityId community, WheelUpdate update, Actor actor, @Nullable String key) {
        if (update.spins() == null && update.streaks() == null) {
            throw Refusal.invalid("spins", "is required where there are no streaks");
        }
        return persons.find(community, PersonKey.EMAIL, update.email())
                .call(person -> setSpins(community, person, update.spins(), actor, key))
                .call(person -> setStreak(community, person, update.streaks()))
                .chain(person -> wheel(community, person.accountId()))
                .map(UpdatedWheelView::new);
    }

    private Uni<Void> setSpins(
            CommunityId community, Person person, @Nullable Long spins, Actor actor, @Nullable String key) {
        if (spins == null) {
            return Uni.createFrom().voidItem();
        }
        String causeId = requireNonNullElseGet(key, Ids::next);
        return terms.of(community)
                .chain(now -> ledger.post(new Post(
                        community,
                        SOURCE,
                        causeId,
                        List.of(new NewPosting(
                                person.accountId(),
                                person.userId(),
                                RULE,
                                NewPosting.ISSUER,
                                NewPosting.Kind.CHANGE,
                                Map.of(),
                                Map.of(Unit.SPINS.wire(), spins),
                                null,
                                now.now(),
                                null,
                                List.of())),
                        actor)))
                .invoke(MiniGames::checkApplied)
                .replaceWithVoid();
    }

    private Uni<Void> setStreak(CommunityId community, Person person, @Nullable Long streak) {
        return streak == null
                ? Uni.createFrom().voidItem()
                : terms.of(community)
                        .chain(now -> players.correctStreak(
                                outbox.alone(), community, person.accountId(), streak, now.today()));
    }

    private Uni<WheelStats> wheel(CommunityId community, String accountId) {
        Tx tx = outbox.alone();
        return MemberDocument.find(tx, community, accountId)
                .map(member -> member == null ? 0 : member.state.amount(Unit.SPINS))
                .chain(spins -> WheelPlayerDocument.find(tx, community, accountId)
                        .chain(player -> terms.of(community)
                                .map(now -> new WheelStats(spins, player == null ? 0 : player.streakOn(now.today())))));
    }

    private static void checkApplied(Posted posted) {
        Refused refused = posted.refused();
        if (refused != null) {
            throw GamificationError.valueOf(refused.name()).because(String.valueOf(posted.postings()));
        }
    }
}
