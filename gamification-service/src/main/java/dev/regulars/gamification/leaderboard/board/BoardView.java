package dev.regulars.gamification.leaderboard.board;

import static java.util.Comparator.comparingInt;

import dev.regulars.gamification.leaderboard.ranking.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardParts.BoardWidget;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Column;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Duration;
import dev.regulars.gamification.leaderboard.settings.BoardParts.TimeOfDay;
import dev.regulars.gamification.leaderboard.settings.BoardSettings;
import dev.regulars.gamification.leaderboard.settings.TimeFilter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A board as answers show it: what newer and older clients look for (contract §3.4.4). */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940", "communityID": "66b1f0e9a4d3e5f60718293b", "name": "Most active",
         "slug": "most-active", "description": "Who earns most", "image": null, "rankingField": "xp", "rankBy": "xp",
         "displayedColumns": [{"column": "rank", "visible": true, "order": 1}, {"column": "username", "visible": true, "order": 2},
           {"column": "score", "visible": true, "order": 3}], "displayedFields": ["rank", "username", "score"],
         "displayFieldsOrder": ["rank", "username", "score"], "topRankOnly": false, "topRankLimit": null, "onlyPositiveRanks": true,
         "includeDummyUsers": false, "startDate": "2026-01-01", "endDate": null, "hasNoEndDate": true,
         "duration": {"start": "2026-01-01", "end": null}, "timeZone": 0, "startTime": null, "endTime": null,
         "allowedTimeFilters": ["all-time", "weekly"], "allowedUsersToRank": [], "allowedRolesToRank": [], "allowedTagsToRank": [],
         "rankedUserRoles": [], "allowedUsersToView": [], "allowedRolesToView": [], "allowedTagsToView": [],
         "viewPermissionUserRoles": [], "isEnabled": true, "enabled": true, "isPreviewEnabled": false, "displayOrder": 1,
         "widget": null, "tieRule": "shared", "createdAt": "2026-03-10T16:15:50.123Z", "updatedAt": "2026-03-10T16:15:50.123Z"}""")
record BoardView(
        String _id,
        String communityID,
        String name,
        String slug,
        String description,
        @Nullable String image,

        @Schema(description = "What members are ranked by: a unit of the ledger, or a custom field")
        String rankingField,

        @Schema(description = "Older name of rankingField") String rankBy,
        List<Column> displayedColumns,

        @Schema(description = "The visible columns in their order")
        List<String> displayedFields,

        @Schema(description = "All columns in their order") List<String> displayFieldsOrder,

        @Schema(description = "Whether the board ends after topRankLimit ranks")
        boolean topRankOnly,

        @Nullable Integer topRankLimit,

        @Schema(description = "Whether members without a score above 0 are left out")
        boolean onlyPositiveRanks,

        @Schema(description = "Kept for compatible clients") boolean includeDummyUsers,

        @Schema(description = "From when scores count, as it was set")
        String startDate,

        @Nullable @Schema(description = "Until when scores count, as it was set")
        String endDate,

        boolean hasNoEndDate,
        @Schema(description = "startDate and endDate again") Duration duration,

        @Schema(description = "Offset from UTC as hours.minutes: 5.3 is +05:30")
        BigDecimal timeZone,

        @Nullable TimeOfDay startTime,
        @Nullable TimeOfDay endTime,
        List<TimeFilter> allowedTimeFilters,
        List<String> allowedUsersToRank,
        List<String> allowedRolesToRank,
        List<String> allowedTagsToRank,

        @Schema(description = "Older name of allowedRolesToRank")
        List<String> rankedUserRoles,

        List<String> allowedUsersToView,
        List<String> allowedRolesToView,
        List<String> allowedTagsToView,

        @Schema(description = "Older name of allowedRolesToView")
        List<String> viewPermissionUserRoles,

        @Schema(description = "Whether members see the board")
        boolean isEnabled,

        @Schema(description = "Older name of isEnabled") boolean enabled,

        @Schema(description = "Whether pages show a preview of the board")
        boolean isPreviewEnabled,

        int displayOrder,
        @Nullable BoardWidget widget,
        TieRule tieRule,
        Instant createdAt,
        Instant updatedAt) {

    static BoardView of(BoardDocument board) {
        BoardSettings set = board.settings;
        List<Column> columns =
                set.columns().stream().sorted(comparingInt(Column::order)).toList();
        return new BoardView(
                board.id,
                board.communityId.id(),
                set.name(),
                set.slug(),
                set.description(),
                set.image(),
                set.rankingField(),
                set.rankingField(),
                set.columns(),
                columns.stream().filter(Column::visible).map(Column::column).toList(),
                columns.stream().map(Column::column).toList(),
                set.topRankOnly(),
                set.topRankLimit(),
                set.onlyPositiveRanks(),
                set.includeDummyUsers(),
                set.startDate(),
                set.endDate(),
                set.hasNoEndDate(),
                new Duration(set.startDate(), set.endDate()),
                set.timeZone(),
                set.startTime(),
                set.endTime(),
                set.timeFilters(),
                set.ranked().users(),
                set.ranked().roles(),
                set.ranked().tags(),
                set.ranked().roles(),
                set.viewers().users(),
                set.viewers().roles(),
                set.viewers().tags(),
                set.viewers().roles(),
                set.isEnabled(),
                set.isEnabled(),
                set.isPreviewEnabled(),
                set.displayOrder(),
                set.widget(),
                set.tieRule(),
                board.createdAt,
                board.updatedAt);
    }
}
