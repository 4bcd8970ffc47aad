package dev.regulars.gamification.leaderboard.rank;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.leaderboard.board.BoardDocument;
import dev.regulars.gamification.leaderboard.board.Boards;
import dev.regulars.gamification.leaderboard.board.Viewer;
import dev.regulars.gamification.leaderboard.live.LiveRankings;
import dev.regulars.gamification.leaderboard.rank.RankViews.MemberRankView;
import dev.regulars.gamification.leaderboard.rank.RankViews.RankView;
import dev.regulars.gamification.leaderboard.ranking.RankEntry;
import dev.regulars.gamification.leaderboard.ranking.RankIndex;
import dev.regulars.gamification.leaderboard.ranking.RankIndex.RankRow;
import dev.regulars.gamification.leaderboard.settings.BoardSettings;
import dev.regulars.gamification.member.MemberProfiles;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ranks on boards. */
@ApplicationScoped
class Ranks {

    private static final String ACCOUNT_ID = "[0-9a-f]{24}";

    private record Ranking(BoardSettings board, RankIndex index) {

        boolean shows(RankRow row) {
            Integer limit = board.topRankOnly() ? board.topRankLimit() : null;
            return limit == null || row.rank() <= limit;
        }

        List<RankRow> shown(List<RankRow> rows) {
            return rows.stream().filter(this::shows).toList();
        }
    }

    private final Boards boards;
    private final RankingKeys keys;
    private final LiveRankings rankings;
    private final MemberProfiles profiles;

    Ranks(Boards boards, RankingKeys keys, LiveRankings rankings, MemberProfiles profiles) {
        this.boards = boards;
        this.keys = keys;
        this.rankings = rankings;
        this.profiles = profiles;
    }

    Uni<Page<RankView>> list(Tx tx, Viewer viewer, String boardId, RankQuery query, PageRequest page) {
        RankEntry last = page.cursor() == null ? null : RankCursor.read(page.cursor());
        return ranking(tx, viewer, boardId, query).chain(ranking -> {
            List<RankRow> found = ranking.shown(ranking.index().behind(last, page.limit() + 1));
            List<RankRow> rows = found.subList(0, Math.min(page.limit(), found.size()));
            String next =
                    found.size() > rows.size() ? RankCursor.of(rows.getLast().entry()) : null;
            return views(tx, rows).map(views -> new Page<>(views, page, null, next));
        });
    }

    Uni<MemberRankView> member(Tx tx, Viewer viewer, String boardId, String user, RankQuery query, int neighbours) {
        return ranking(tx, viewer, boardId, query).chain(ranking -> accountId(tx, user, ranking.index())
                .chain(accountId -> view(tx, ranking, accountId, neighbours)));
    }

    private Uni<MemberRankView> view(Tx tx, Ranking ranking, String accountId, int neighbours) {
        RankRow row = ranking.index().find(accountId);
        long total = ranking.index().size();
        if (row == null || !ranking.shows(row)) {
            return Uni.createFrom().item(new MemberRankView(null, null, total, List.of()));
        }
        return views(tx, ranking.shown(ranking.index().around(row.entry(), neighbours)))
                .map(views -> new MemberRankView(
                        row.rank(), RankViews.number(row.entry().score()), total, views));
    }

    private Uni<Ranking> ranking(Tx tx, Viewer viewer, String boardId, RankQuery query) {
        return boards.visible(tx, viewer, boardId).chain(board -> keys.of(tx, board, query)
                .chain(rankings::get)
                .map(index -> new Ranking(settings(board), index)));
    }

    private static BoardSettings settings(BoardDocument board) {
        return board.settings;
    }

    /** Whoever is on the board need not be looked up. */
    private Uni<String> accountId(Tx tx, String user, RankIndex index) {
        return user.matches(ACCOUNT_ID) && index.find(user) != null
                ? Uni.createFrom().item(user)
                : profiles.accountId(tx, tx.community(), user);
    }

    private Uni<List<RankView>> views(Tx tx, List<RankRow> rows) {
        List<String> accountIds =
                rows.stream().map(row -> row.entry().accountId()).toList();
        return profiles.find(tx, tx.community(), accountIds)
                .map(shown -> rows.stream().map(row -> RankView.of(row, shown)).toList());
    }
}
