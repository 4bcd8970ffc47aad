package dev.regulars.gamification.leaderboard.rank;

import dev.regulars.gamification.leaderboard.settings.BoardSettings;
import dev.regulars.gamification.leaderboard.settings.TimeFilter;
import dev.regulars.web.refusal.Refusal;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** For which period, and as of when: {@code @Valid @BeanParam RankQuery query}. */
class RankQuery {

    @QueryParam("timeFilter")
    @Size(max = 20)
    @Parameter(
            description = "One of the board's allowedTimeFilters, the first of them by default: all-time, daily, weekly"
                    + " (from Monday), monthly or yearly, in the community's time zone")
    @Nullable
    String timeFilter;

    @QueryParam("asOf")
    @Size(max = 40)
    @Parameter(description = "A moment in the past, ISO 8601; now where it is absent")
    @Nullable
    String asOf;

    TimeFilter filter(BoardSettings board) {
        if (timeFilter == null) {
            return board.timeFilters().getFirst();
        }
        return board.timeFilters().stream()
                .filter(one -> one.wire().equals(timeFilter))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        "timeFilter",
                        "must be one of "
                                + board.timeFilters().stream()
                                        .map(TimeFilter::wire)
                                        .collect(Collectors.joining(", "))));
    }

    /** Absent for now. */
    @Nullable
    Instant moment(Instant now) {
        if (asOf == null) {
            return null;
        }
        try {
            Instant moment = Instant.parse(asOf);
            return moment.isBefore(now) ? moment : null;
        } catch (DateTimeException e) {
            throw Refusal.invalid("asOf", "must be a moment such as 2026-03-10T16:15:50.123Z");
        }
    }
}
