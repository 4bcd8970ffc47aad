package dev.regulars.gamification.leaderboard.board;

import static java.util.Locale.ROOT;

import dev.regulars.web.refusal.Refusal;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Comparator;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Order, search and members of a list of boards: {@code @Valid @BeanParam BoardQuery query}. */
class BoardQuery {

    private static final String KEYWORD = "keyword:";
    private static final Map<String, Comparator<BoardDocument>> SORTABLE = Map.of(
            "createdAt", Comparator.comparing(board -> board.createdAt),
            "updatedAt", Comparator.comparing(board -> board.updatedAt),
            "displayOrder", Comparator.comparingInt(board -> board.settings.displayOrder()),
            "name", Comparator.comparing(board -> board.settings.name().toLowerCase(ROOT)));

    @QueryParam("sort")
    @Size(max = 50)
    @Parameter(description = "A member and a direction: `createdAt:desc`; createdAt, updatedAt, displayOrder or name")
    @Nullable
    String sort;

    @QueryParam("search")
    @Size(max = 100)
    @Parameter(description = "`keyword:` and a text that name or slug contains, whatever its case")
    @Nullable
    String search;

    Comparator<BoardDocument> order() {
        String[] by = sort == null ? new String[] {"createdAt", "asc"} : sort.split(":", -1);
        Comparator<BoardDocument> order = SORTABLE.get(by[0]);
        if (order == null || by.length != 2 || !(by[1].equals("asc") || by[1].equals("desc"))) {
            throw Refusal.invalid("sort", "must be one of createdAt, updatedAt, displayOrder, name with :asc or :desc");
        }
        return by[1].equals("asc") ? order : order.reversed();
    }

    boolean finds(BoardDocument board) {
        if (search == null || search.isBlank()) {
            return true;
        }
        String wanted = (search.startsWith(KEYWORD) ? search.substring(KEYWORD.length()) : search).toLowerCase(ROOT);
        return board.settings.name().toLowerCase(ROOT).contains(wanted)
                || board.settings.slug().contains(wanted);
    }
}
