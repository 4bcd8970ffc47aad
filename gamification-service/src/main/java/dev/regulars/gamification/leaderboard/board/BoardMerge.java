package dev.regulars.gamification.leaderboard.board;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.gamification.leaderboard.ranking.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Audience;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Column;
import dev.regulars.gamification.leaderboard.settings.BoardSettings;
import dev.regulars.gamification.leaderboard.settings.BoardTimes;
import dev.regulars.gamification.leaderboard.settings.TimeFilter;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.refusal.Refusal.Fault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lays a request over what is set: the newer name of a member wins, what is absent stays. */
final class BoardMerge {

    private static final Audience EVERYBODY = new Audience(List.of(), List.of(), List.of());

    /** Where a creation begins. */
    private static final BoardSettings DEFAULTS = new BoardSettings(
            "",
            "",
            "",
            null,
            "",
            List.of(),
            false,
            null,
            false,
            false,
            "",
            null,
            true,
            BigDecimal.ZERO,
            null,
            null,
            List.of(TimeFilter.ALL_TIME),
            EVERYBODY,
            EVERYBODY,
            false,
            false,
            0,
            null,
            TieRule.SHARED);

    private BoardMerge() {}

    static BoardSettings created(BoardBody body) {
        List<Fault> missing = new ArrayList<>();
        require(missing, "name", body.name());
        require(missing, "slug", body.slug());
        require(missing, "rankingField", first(body.rankingField(), body.rankBy()));
        require(missing, "displayedColumns", first(body.displayedColumns(), body.displayedFields()));
        require(missing, "startDate", start(body));
        require(missing, "isEnabled", first(body.isEnabled(), body.enabled()));
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
        return merged(DEFAULTS, body);
    }

    static BoardSettings merged(BoardSettings before, BoardBody body) {
        String end = end(body);
        boolean endless = requireNonNullElse(body.hasNoEndDate(), end == null && before.hasNoEndDate());
        var after = new BoardSettings(
                requireNonNullElse(body.name(), before.name()),
                requireNonNullElse(body.slug(), before.slug()),
                requireNonNullElse(body.description(), before.description()),
                first(body.image(), before.image()),
                Objects.requireNonNull(first(body.rankingField(), body.rankBy(), before.rankingField())),
                columns(before, body),
                requireNonNullElse(body.topRankOnly(), before.topRankOnly()),
                first(body.topRankLimit(), before.topRankLimit()),
                requireNonNullElse(body.onlyPositiveRanks(), before.onlyPositiveRanks()),
                requireNonNullElse(body.includeDummyUsers(), before.includeDummyUsers()),
                requireNonNullElse(start(body), before.startDate()),
                endless ? null : first(end, before.endDate()),
                endless,
                requireNonNullElse(body.timeZone(), before.timeZone()),
                first(body.startTime(), before.startTime()),
                first(body.endTime(), before.endTime()),
                filters(before, body),
                audience(
                        before.ranked(),
                        body.allowedUsersToRank(),
                        body.allowedRolesToRank(),
                        body.allowedTagsToRank()),
                audience(
                        before.viewers(),
                        body.allowedUsersToView(),
                        body.allowedRolesToView(),
                        body.allowedTagsToView()),
                Objects.requireNonNull(first(body.isEnabled(), body.enabled(), before.isEnabled())),
                requireNonNullElse(body.isPreviewEnabled(), before.isPreviewEnabled()),
                requireNonNullElse(body.displayOrder(), before.displayOrder()),
                first(body.widget(), before.widget()),
                requireNonNullElse(body.tieRule(), before.tieRule()));
        check(after);
        return after;
    }

    private static void check(BoardSettings board) {
        if (board.topRankOnly() && board.topRankLimit() == null) {
            throw Refusal.invalid("topRankLimit", "is required with topRankOnly");
        }
        if (!board.hasNoEndDate() && board.endDate() == null) {
            throw Refusal.invalid("endDate", "is required where hasNoEndDate is false");
        }
        var start = BoardTimes.start(board);
        var end = BoardTimes.end(board);
        if (end != null && !start.isBefore(end)) {
            throw Refusal.invalid("endDate", "must be after startDate");
        }
    }

    private static List<TimeFilter> filters(BoardSettings before, BoardBody body) {
        List<TimeFilter> named = body.allowedTimeFilters();
        if (named == null) {
            return before.timeFilters();
        }
        return named.isEmpty()
                ? List.of(TimeFilter.ALL_TIME)
                : named.stream().distinct().toList();
    }

    private static List<Column> columns(BoardSettings before, BoardBody body) {
        if (body.displayedColumns() != null) {
            return body.displayedColumns();
        }
        List<String> visible = body.displayedFields();
        if (visible == null) {
            return before.columns();
        }
        List<String> order = requireNonNullElse(body.displayFieldsOrder(), visible);
        List<Column> columns = new ArrayList<>();
        for (String column : order) {
            columns.add(new Column(column, visible.contains(column), columns.size() + 1));
        }
        visible.stream()
                .filter(column -> !order.contains(column))
                .forEach(column -> columns.add(new Column(column, true, columns.size() + 1)));
        return columns;
    }

    private static Audience audience(
            Audience before, @Nullable List<String> users, @Nullable List<String> roles, @Nullable List<String> tags) {
        return new Audience(
                requireNonNullElse(users, before.users()),
                requireNonNullElse(roles, before.roles()),
                requireNonNullElse(tags, before.tags()));
    }

    private static @Nullable String start(BoardBody body) {
        return first(
                body.startDate(),
                body.duration() == null ? null : body.duration().start());
    }

    private static @Nullable String end(BoardBody body) {
        return first(
                body.endDate(), body.duration() == null ? null : body.duration().end());
    }

    private static void require(List<Fault> missing, String field, @Nullable Object value) {
        if (value == null) {
            missing.add(new Fault(field, field + " is required"));
        }
    }

    @SafeVarargs
    private static <T> @Nullable T first(@Nullable T... some) {
        for (T one : some) {
            if (one != null) {
                return one;
            }
        }
        return null;
    }
}
