package dev.regulars.gamification.leaderboard.board;

import dev.regulars.gamification.leaderboard.ranking.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardParts.BoardWidget;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Column;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Duration;
import dev.regulars.gamification.leaderboard.settings.BoardParts.TimeOfDay;
import dev.regulars.gamification.leaderboard.settings.TimeFilter;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.DisplayText;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.validation.WebUrl;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A board as requests have it, with the names of 2026 and those before (contract §3.4.4). Nothing is required of an update; absent
 * members stay as they are.
 */
@Schema(examples = """
        {"name": "Most active", "slug": "most-active", "description": "Who earns most", "rankingField": "xp",
         "displayedColumns": [{"column": "rank", "visible": true, "order": 1}, {"column": "username", "visible": true, "order": 2},
           {"column": "score", "visible": true, "order": 3}], "onlyPositiveRanks": true, "startDate": "2026-01-01",
         "hasNoEndDate": true, "timeZone": 0, "allowedTimeFilters": ["all-time", "weekly"], "isEnabled": true,
         "isPreviewEnabled": false, "displayOrder": 1, "tieRule": "shared"}""")
record BoardBody(
        @DisplayName @Size(min = 1, max = 100) @Nullable @Schema(description = "Required on creation")
        String name,

        @Pattern(regexp = "[a-z0-9-]{1,100}", message = "must be lower-case letters, digits and hyphens")
        @Nullable
        @Schema(description = "Required on creation; unique in the community")
        String slug,

        @DisplayText @Size(max = 1_000) @Nullable String description,
        @WebUrl @Size(max = 2_000) @Nullable String image,

        @Size(max = 100)
        @Nullable
        @Schema(
                description =
                        "Required on creation: xp, coins, another unit of the ledger (messages, replies, reactions,"
                                + " visits, timeSpent, premium, spins, freezes), or a custom field that is a number, by key or id")
        String rankingField,

        @Size(max = 100) @Nullable @Schema(description = "Older name of rankingField")
        String rankBy,

        @Size(max = 50) @Nullable @Schema(description = "Required on creation")
        List<@Valid @NotNull Column> displayedColumns,

        @Size(max = 50)
        @Nullable
        @Schema(description = "Older form of displayedColumns, with displayFieldsOrder: the visible ones")
        List<@NotBlank @Size(max = 100) String> displayedFields,

        @Size(max = 50) @Nullable @Schema(description = "All columns in their order")
        List<@NotBlank @Size(max = 100) String> displayFieldsOrder,

        @Nullable @Schema(description = "Whether the board ends after topRankLimit ranks")
        Boolean topRankOnly,

        @Min(1) @Max(1_000_000) @Nullable @Schema(description = "How many ranks the board has with topRankOnly")
        Integer topRankLimit,

        @Nullable @Schema(description = "Whether members without a score above 0 are left out")
        Boolean onlyPositiveRanks,

        @Nullable @Schema(description = "Kept for compatible clients; there are no dummy users here")
        Boolean includeDummyUsers,

        @Size(max = 40)
        @Nullable
        @Schema(description = "Required on creation: a day (YYYY-MM-DD) or a moment (ISO 8601) from which scores count")
        String startDate,

        @Size(max = 40) @Nullable @Schema(description = "Until when scores count, that day included")
        String endDate,

        @Nullable @Schema(description = "Whether scores count without end; by default where there is no endDate")
        Boolean hasNoEndDate,

        @Valid @Nullable @Schema(description = "Older form of startDate and endDate")
        Duration duration,

        @DecimalMin("-12")
        @DecimalMax("14")
        @Nullable
        @Schema(description = "Offset from UTC as hours.minutes: 5.3 is +05:30; of startDate and endDate")
        BigDecimal timeZone,

        @Valid @Nullable @Schema(description = "Time of startDate; midnight by default")
        TimeOfDay startTime,

        @Valid @Nullable @Schema(description = "Time of endDate; the end of the day by default")
        TimeOfDay endTime,

        @Size(max = 5) @Nullable @Schema(description = "Which periods the board can be seen for; all-time by default")
        List<@NotNull TimeFilter> allowedTimeFilters,

        @Size(max = 1_000)
        @Nullable
        @Schema(description = "userId or _id of those who are ranked, beside those of the roles and tags")
        List<@NotBlank @Size(max = 24) String> allowedUsersToRank,

        @Size(max = 250)
        @Nullable
        @Schema(description = "Who is ranked; everybody where users, roles and tags are all empty")
        List<@ObjectId String> allowedRolesToRank,

        @Size(max = 250) @Nullable List<@NotBlank @Size(max = 50) String> allowedTagsToRank,

        @Size(max = 1_000)
        @Nullable
        @Schema(description = "userId or _id of those who may see the board, beside those of the roles and tags")
        List<@NotBlank @Size(max = 24) String> allowedUsersToView,

        @Size(max = 250)
        @Nullable
        @Schema(description = "Who may see the board; everybody where users, roles and tags are all empty")
        List<@ObjectId String> allowedRolesToView,

        @Size(max = 250) @Nullable List<@NotBlank @Size(max = 50) String> allowedTagsToView,

        @Nullable @Schema(description = "Required on creation: whether members see the board")
        Boolean isEnabled,

        @Nullable @Schema(description = "Older name of isEnabled")
        Boolean enabled,

        @Nullable @Schema(description = "Whether pages show a preview of the board")
        Boolean isPreviewEnabled,

        @Min(0) @Max(1_000_000) @Nullable @Schema(description = "Boards with lower numbers come first on pages")
        Integer displayOrder,

        @Valid @Nullable BoardWidget widget,

        @Nullable
        @Schema(
                description = "Ranks of members with the same score: shared (1, 1, 3; the default), dense (1, 1, 2) or"
                        + " first (1, 2, 3: who reached it first)")
        TieRule tieRule) {}
