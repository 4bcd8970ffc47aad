package dev.regulars.gamification.leaderboard.live;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Outbox;
import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.live.LiveRanking.Stretch;
import dev.regulars.gamification.leaderboard.ranking.RankEntry;
import dev.regulars.gamification.ledger.ChangedMemberDocument;
import dev.regulars.gamification.ledger.ScoreDocument;
import dev.regulars.gamification.member.MembershipDocument;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Brings rankings to what MongoDB has: at first all of it, then whoever has changed. */
@ApplicationScoped
class RankingLoader {

    private static final int AT_ONCE = 500;

    private final Outbox outbox;
    private final Clock clock;

    RankingLoader(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    Uni<Void> load(LiveRanking ranking) {
        Tx tx = outbox.alone();
        Instant now = clock.instant();
        return ranked(tx, ranking.key)
                .chain(isRanked -> scores(tx, ranking.key)
                        .filter(score -> isRanked.test(score.accountId()))
                        .invoke(score -> put(ranking, score))
                        .collect()
                        .last())
                .invoke(() -> ranking.keptUp(now, Map.of()))
                .replaceWithVoid();
    }

    Uni<Void> refresh(LiveRanking ranking) {
        Tx tx = outbox.alone();
        Instant now = clock.instant();
        return changes(tx, ranking.key, ranking.unseen(now)).chain(changes -> {
            Set<String> accountIds = ranking.news(changes).keySet().stream()
                    .map(key -> key.substring(1))
                    .collect(toSet());
            return Multi.createFrom()
                    .iterable(accountIds)
                    .group()
                    .intoLists()
                    .of(AT_ONCE)
                    .onItem()
                    .transformToUniAndConcatenate(some -> refresh(tx, ranking, some))
                    .collect()
                    .last()
                    .invoke(() -> ranking.keptUp(now, changes))
                    .replaceWithVoid();
        });
    }

    private static Uni<Void> refresh(Tx tx, LiveRanking ranking, List<String> accountIds) {
        RankingKey key = ranking.key;
        return key.field()
                .scores(tx, key.community(), key.window().from(), null, accountIds)
                .collect()
                .asMap(ScoreDocument::accountId)
                .chain(scores -> MembershipDocument.find(tx, key.community(), accountIds)
                        .collect()
                        .asMap(member -> member.accountId)
                        .invoke(members -> accountIds.forEach(accountId -> {
                            ScoreDocument score = scores.get(accountId);
                            if (score != null && key.members().has(accountId, members.get(accountId))) {
                                put(ranking, score);
                            } else {
                                ranking.index.remove(accountId);
                            }
                        })))
                .replaceWithVoid();
    }

    /** By a letter for where it was, and the account. */
    private static Uni<Map<String, ChangedMemberDocument>> changes(Tx tx, RankingKey key, List<Stretch> unseen) {
        Map<String, ChangedMemberDocument> changes = new HashMap<>();
        return Multi.createFrom()
                .iterable(unseen)
                .onItem()
                .transformToUniAndConcatenate(stretch -> changes(tx, key, stretch, changes))
                .collect()
                .last()
                .replaceWith(changes);
    }

    private static Uni<Void> changes(Tx tx, RankingKey key, Stretch stretch, Map<String, ChangedMemberDocument> into) {
        CommunityId community = key.community();
        return key.field()
                .changedSince(tx, community, stretch.since(), stretch.until())
                .invoke(change -> into.put("s" + change.accountId(), change))
                .collect()
                .last()
                .chain(() -> MembershipDocument.changedSince(tx, community, stretch.since(), stretch.until())
                        .invoke(change -> into.put("m" + change.accountId(), change))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Of a window that has a beginning, only of those whose score changed since then. */
    private static Multi<ScoreDocument> scores(Tx tx, RankingKey key) {
        Instant from = key.window().from();
        Instant until = key.window().until();
        return from == null
                ? key.field().scores(tx, key.community(), null, until, null)
                : key.field()
                        .changedSince(tx, key.community(), from, null)
                        .map(ChangedMemberDocument::accountId)
                        .select()
                        .distinct()
                        .group()
                        .intoLists()
                        .of(AT_ONCE)
                        .onItem()
                        .transformToMultiAndConcatenate(
                                some -> key.field().scores(tx, key.community(), from, until, some));
    }

    private static Uni<Predicate<String>> ranked(Tx tx, RankingKey key) {
        RankedMembers members = key.members();
        if (members.everybody()) {
            return accountIds(MembershipDocument.left(tx, key.community()))
                    .map(left -> accountId -> !left.contains(accountId));
        }
        Collection<String> users = members.users();
        return MembershipDocument.withAny(tx, key.community(), members.roles(), members.tags())
                .collect()
                .asMap(member -> member.accountId)
                .chain(some -> MembershipDocument.find(tx, key.community(), users)
                        .collect()
                        .asMap(member -> member.accountId)
                        .map(named -> {
                            some.putAll(named);
                            return accountId -> members.has(accountId, some.get(accountId));
                        }));
    }

    private static Uni<Set<String>> accountIds(Multi<MembershipDocument> members) {
        return members.map(member -> member.accountId).collect().with(toSet());
    }

    private static void put(LiveRanking ranking, ScoreDocument score) {
        if (ranking.key.onlyPositive() && score.score() <= 0) {
            ranking.index.remove(score.accountId());
        } else {
            ranking.index.put(new RankEntry(score.score(), score.at().toEpochMilli(), score.accountId()));
        }
    }
}
