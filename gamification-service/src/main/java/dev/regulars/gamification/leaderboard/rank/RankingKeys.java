package dev.regulars.gamification.leaderboard.rank;

import static java.util.stream.Collectors.toSet;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.board.BoardDocument;
import dev.regulars.gamification.leaderboard.field.RankingFields;
import dev.regulars.gamification.leaderboard.live.RankedMembers;
import dev.regulars.gamification.leaderboard.live.RankingKey;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Audience;
import dev.regulars.gamification.leaderboard.settings.BoardTimes;
import dev.regulars.gamification.leaderboard.settings.BoardTimes.Window;
import dev.regulars.gamification.ledger.settings.CommunityTerms;
import dev.regulars.gamification.member.DeletedRoleDocument;
import dev.regulars.gamification.member.MemberProfiles;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which ranking a board has, for a period and as of a moment. */
@ApplicationScoped
class RankingKeys {

    private static final RankedMembers EVERYBODY = new RankedMembers(true, Set.of(), Set.of(), Set.of());
    private static final int ACCOUNT_ID_LENGTH = 24;

    private final RankingFields fields;
    private final CommunityTerms terms;
    private final WindowStarts starts;
    private final MemberProfiles profiles;

    RankingKeys(RankingFields fields, CommunityTerms terms, WindowStarts starts, MemberProfiles profiles) {
        this.fields = fields;
        this.terms = terms;
        this.starts = starts;
        this.profiles = profiles;
    }

    Uni<RankingKey> of(Tx tx, BoardDocument board, RankQuery query) {
        CommunityId community = board.communityId;
        return terms.of(community).chain(now -> {
            @Nullable Instant asOf = query.moment(now.now());
            Window window =
                    BoardTimes.window(board.settings, query.filter(board.settings), now.zone(), now.now(), asOf);
            return fields.find(tx, community, board.settings.rankingField())
                    .chain(field -> starts.whole(tx, community, field, window, now.now())
                            .chain(bounds -> members(tx, community, board.settings.ranked())
                                    .map(members -> new RankingKey(
                                            community,
                                            field,
                                            bounds,
                                            board.settings.tieRule(),
                                            board.settings.onlyPositiveRanks(),
                                            members))));
        });
    }

    private Uni<RankedMembers> members(Tx tx, CommunityId community, Audience ranked) {
        if (ranked.isEverybody() || ranked.roles().contains(community.id())) {
            return Uni.createFrom().item(EVERYBODY);
        }
        return DeletedRoleDocument.among(tx, community, ranked.roles())
                .chain(gone -> accountIds(tx, community, ranked.users()).map(users -> {
                    Set<String> roles = new HashSet<>(ranked.roles());
                    roles.removeAll(gone);
                    return new RankedMembers(false, users, roles, Set.copyOf(ranked.tags()));
                }));
    }

    private Uni<Set<String>> accountIds(Tx tx, CommunityId community, List<String> users) {
        Set<String> ids = users.stream().filter(RankingKeys::isAccountId).collect(toSet());
        List<String> decimal = users.stream().filter(user -> !isAccountId(user)).toList();
        return profiles.accountIds(tx, community, decimal).map(named -> {
            ids.addAll(named.values());
            return ids;
        });
    }

    private static boolean isAccountId(String user) {
        return user.length() == ACCOUNT_ID_LENGTH;
    }
}
