package dev.regulars.gamification.leaderboard.rank;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.events.CommunityId;
import dev.regulars.gamification.leaderboard.board.BoardDocument;
import dev.regulars.gamification.leaderboard.board.Boards;
import dev.regulars.gamification.leaderboard.board.Viewer;
import dev.regulars.gamification.leaderboard.live.Orders;
import dev.regulars.gamification.leaderboard.order.RankEntry;
import dev.regulars.gamification.leaderboard.order.RankIndex;
import dev.regulars.gamification.leaderboard.order.RankIndex.RankRow;
import dev.regulars.gamification.leaderboard.rank.RankViews.MemberRankView;
import dev.regulars.gamification.leaderboard.rank.RankViews.RankView;
import dev.regulars.gamification.leaderboard.settings.BoardSettings;
import dev.regulars.gamification.person.Persons;
import dev.regulars.internal.people.PersonKey;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Ranks on boards. */
@ApplicationScoped
class Ranks {

    private static final String ACCOUNT_ID = "[0-9a-f]{24}";

    private record Order(BoardSettings board, RankIndex index) {

        boolean shows(RankRow row) {
            Integer limit = board.topRankOnly() ? board.topRankLimit() : null;
            return limit == null || row.rank() <= limit;
        }

        List<RankRow> shown(List<RankRow> rows) {
            return rows.stream().filter(this::shows).toList();
        }
    }

    private final Boards boards;
    private final OrderKeys keys;
    private final Orders orders;
    private final Persons persons;

    Ranks(Boards boards, OrderKeys keys, Orders orders, Persons persons) {
        this.boards = boards;
        this.keys = keys;
        this.orders = orders;
        this.persons = persons;
    }

    Uni<Page<RankView>> list(Tx tx, Viewer viewer, String boardId, RankQuery query, PageRequest page) {
        RankEntry last = page.cursor() == null ? null : RankCursor.read(page.cursor());
        return order(tx, viewer, boardId, query).chain(order -> {
            List<RankRow> found = order.shown(order.index().behind(last, page.limit() + 1));
            List<RankRow> rows = found.subList(0, Math.min(page.limit(), found.size()));
            String next =
                    found.size() > rows.size() ? RankCursor.of(rows.getLast().entry()) : null;
            return views(tx.community(), rows).map(views -> new Page<>(views, page, null, next));
        });
    }

    Uni<MemberRankView> member(Tx tx, Viewer viewer, String boardId, String user, RankQuery query, int neighbours) {
        return order(tx, viewer, boardId, query).chain(order -> accountId(tx.community(), user, order.index())
                .chain(accountId -> view(tx.community(), order, accountId, neighbours)));
    }

    private Uni<MemberRankView> view(CommunityId community, Order order, String accountId, int neighbours) {
        RankRow row = order.index().find(accountId);
        long total = order.index().size();
        if (row == null || !order.shows(row)) {
            return Uni.createFrom().item(new MemberRankView(null, null, total, List.of()));
        }
        return views(community, order.shown(order.index().around(row.entry(), neighbours)))
                .map(views -> new MemberRankView(
                        row.rank(), RankViews.number(row.entry().score()), total, views));
    }

    private Uni<Order> order(Tx tx, Viewer viewer, String boardId, RankQuery query) {
        return boards.visible(tx, viewer, boardId)
                .chain(board ->
                        keys.of(tx, board, query).chain(orders::get).map(index -> new Order(settings(board), index)));
    }

    private static BoardSettings settings(BoardDocument board) {
        return board.settings;
    }

    /** Whoever is on the board need not be looked up. */
    private Uni<String> accountId(CommunityId community, String user, RankIndex index) {
        return user.matches(ACCOUNT_ID) && index.find(user) != null
                ? Uni.createFrom().item(user)
                : persons.byId(community, user).map(person -> person.accountId());
    }

    private Uni<List<RankView>> views(CommunityId community, List<RankRow> rows) {
        List<String> accountIds =
                rows.stream().map(row -> row.entry().accountId()).toList();
        return persons.find(community, PersonKey.ID, accountIds)
                .map(people ->
                        rows.stream().map(row -> RankView.of(row, people)).toList());
    }
}
