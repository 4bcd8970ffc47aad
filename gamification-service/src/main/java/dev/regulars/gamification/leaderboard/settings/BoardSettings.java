package dev.regulars.gamification.leaderboard.settings;

import dev.regulars.gamification.leaderboard.ranking.TieRule;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Audience;
import dev.regulars.gamification.leaderboard.settings.BoardParts.BoardWidget;
import dev.regulars.gamification.leaderboard.settings.BoardParts.Column;
import dev.regulars.gamification.leaderboard.settings.BoardParts.TimeOfDay;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is set of a board, under the names of 2026 alone. */
public record BoardSettings(
        String name,
        String slug,
        String description,
        @Nullable String image,
        String rankingField,
        List<Column> columns,
        boolean topRankOnly,
        @Nullable Integer topRankLimit,
        boolean onlyPositiveRanks,
        boolean includeDummyUsers,
        String startDate,
        @Nullable String endDate,
        boolean hasNoEndDate,
        BigDecimal timeZone,
        @Nullable TimeOfDay startTime,
        @Nullable TimeOfDay endTime,
        List<TimeFilter> timeFilters,
        Audience ranked,
        Audience viewers,
        boolean isEnabled,
        boolean isPreviewEnabled,
        int displayOrder,
        @Nullable BoardWidget widget,
        TieRule tieRule) {}
