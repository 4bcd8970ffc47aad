package dev.regulars.gamification.leaderboard.board;

import static dev.regulars.gamification.GamificationError.BOARD_LIMIT;

import dev.regulars.eventing.outbox.Tx;
import dev.regulars.gamification.leaderboard.field.RankingFields;
import dev.regulars.web.page.Page;
import dev.regulars.web.page.PageRequest;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.value.Ids;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The boards of a community, and who sees which. */
@ApplicationScoped
public class Boards {

    private final RankingFields fields;
    private final Viewers viewers;
    private final RecentBoards recent;

    Boards(RankingFields fields, Viewers viewers, RecentBoards recent) {
        this.fields = fields;
        this.viewers = viewers;
        this.recent = recent;
    }

    Uni<Page<BoardView>> list(Tx tx, Viewer viewer, BoardQuery query, PageRequest page) {
        var order = query.order();
        return BoardDocument.list(tx, tx.community())
                .onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .filter(query::finds)
                .onItem()
                .transformToUniAndConcatenate(
                        board -> viewers.maySee(tx, viewer, board).map(may -> may ? board : null))
                .collect()
                .asList()
                .map(found -> found.stream().sorted(order).map(BoardView::of).toList())
                .map(all -> new Page<>(
                        all.stream().skip(page.skip()).limit(page.limit()).toList(), page, (long) all.size(), null));
    }

    Uni<BoardView> read(Tx tx, Viewer viewer, String id) {
        return BoardDocument.get(tx, tx.community(), id)
                .call(board -> checkVisible(tx, viewer, board))
                .map(BoardView::of);
    }

    /** As it was a second ago at most, and not to be changed; refuses as not found what the viewer may not see. */
    public Uni<BoardDocument> visible(Tx tx, Viewer viewer, String id) {
        return recent.get(tx, id).call(board -> checkVisible(tx, viewer, board));
    }

    private Uni<Boolean> checkVisible(Tx tx, Viewer viewer, BoardDocument board) {
        return viewers.maySee(tx, viewer, board).invoke(may -> {
            if (!may) {
                throw Refusal.notFound("leaderboard", board.id);
            }
        });
    }

    Uni<BoardView> create(Tx tx, BoardBody body) {
        var board = new BoardDocument();
        board.id = Ids.next();
        board.communityId = tx.community();
        board.settings = BoardMerge.created(body);
        board.createdAt = tx.now();
        board.updatedAt = tx.now();
        return fields.check(tx, board.settings.rankingField())
                .chain(() -> BoardDocument.list(tx, tx.community()))
                .map(List::size)
                .invoke(BOARD_LIMIT::checkRoom)
                .chain(() -> board.create(tx))
                .map(BoardView::of);
    }

    Uni<BoardView> update(Tx tx, String id, BoardBody body) {
        return BoardDocument.get(tx, tx.community(), id)
                .chain(board -> {
                    String ranked = board.settings.rankingField();
                    board.settings = BoardMerge.merged(board.settings, body);
                    board.updatedAt = tx.now();
                    Uni<Void> checked = ranked.equals(board.settings.rankingField())
                            ? Uni.createFrom().voidItem()
                            : fields.check(tx, board.settings.rankingField());
                    return checked.chain(() -> board.store(tx));
                })
                .map(BoardView::of);
    }

    Uni<BoardView> delete(Tx tx, String id) {
        return BoardDocument.get(tx, tx.community(), id)
                .chain(board -> board.remove(tx))
                .map(BoardView::of);
    }
}
