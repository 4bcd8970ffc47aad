package dev.regulars.gamification.streak;

import dev.regulars.gamification.streak.terms.StreakCondition;
import dev.regulars.gamification.streak.terms.Timeframe;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.DisplayName;
import dev.regulars.web.validation.ObjectId;
import dev.regulars.web.value.Ids;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A streak as callers define one (contract §3.4.2). */
@Schema(examples = """
        {"name": "Daily talk", "timezone": "utc_gmt", "startDate": "2026-04-07", "timeframe": {"value": "daily", "count": 1},
         "action": {"operator": "and", "conditions": [{"action": "messages", "value": 3, "isCustomField": null}]},
         "activeDaysType": "custom", "activeDays": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]}""")
record StreakBody(
        @NotBlank @DisplayName @Size(max = 100) String name,

        @NotBlank
        @Size(max = 64)
        @Schema(description = "`utc_gmt` or an IANA name such as `Europe/Lisbon`: where its days begin")
        String timezone,

        @NotBlank @Size(max = 30) @Schema(description = "Its first day, YYYY-MM-DD")
        String startDate,

        @NotNull @Valid Timeframe timeframe,
        @NotNull @Valid ActionBody action,

        @Nullable @Schema(description = "`custom`: those of activeDays; everyday by default")
        ActiveDaysType activeDaysType,

        @Size(max = 7) @Nullable @Schema(description = "On other days nothing is asked for, and nothing counts")
        List<@NotNull Weekday> activeDays) {

    private static final String UTC_GMT = "utc_gmt";
    private static final int DATE_LENGTH = 10;
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final Set<String> ACTIONS =
            Set.of("messages", "replies", "reactions", "visits", "timeSpent", "xp", "coins");

    /** Conditions, all of which must hold, or any. */
    record ActionBody(
            @NotNull StreakAction.Operator operator,
            @NotEmpty @Size(max = 20) List<@Valid @NotNull ConditionBody> conditions) {}

    /** One of them. */
    record ConditionBody(
            @ObjectId @Nullable @Schema(description = "Made up where it is absent")
            String _id,

            @NotBlank
            @Size(max = 100)
            @Schema(
                    description =
                            "messages, replies, reactions, visits, timeSpent (seconds), xp or coins; or the name of a custom field")
            String action,

            @Min(1)
            @Max(9_007_199_254_740_991L)
            @Schema(description = "How much of it a period needs; of a custom field: by how much its value must rise")
            long value,

            @Nullable @Schema(description = "Whether `action` is the name of a custom field")
            Boolean isCustomField) {

        StreakCondition condition() {
            if (!Boolean.TRUE.equals(isCustomField) && !ACTIONS.contains(action)) {
                throw Refusal.invalid(
                        "action.conditions.action",
                        "must be one of: coins, messages, reactions, replies, timeSpent, visits, xp");
            }
            return new StreakCondition(_id == null ? Ids.next() : _id, action, value, isCustomField);
        }
    }

    ActiveDaysType daysType() {
        if (activeDaysType != null) {
            return activeDaysType;
        }
        return activeDays == null || activeDays.isEmpty() ? ActiveDaysType.EVERYDAY : ActiveDaysType.CUSTOM;
    }

    List<DayOfWeek> days() {
        List<DayOfWeek> days = daysType().days(activeDays);
        if (days.isEmpty()) {
            throw Refusal.invalid("activeDays", "is required");
        }
        return days;
    }

    List<StreakCondition> conditions() {
        return action.conditions().stream().map(ConditionBody::condition).toList();
    }

    ZoneId zone() {
        try {
            return timezone.equals(UTC_GMT) ? ZoneId.of("UTC") : ZoneId.of(timezone);
        } catch (DateTimeException unknown) {
            throw Refusal.invalid("timezone", "must be utc_gmt or an IANA time zone");
        }
    }

    /** Also as answers have it, with a time. */
    LocalDate start() {
        boolean timed = startDate.length() > DATE_LENGTH && startDate.charAt(DATE_LENGTH) == 'T';
        LocalDate start = date(timed ? startDate.substring(0, DATE_LENGTH) : startDate);
        if (start.getYear() < FIRST_YEAR || start.getYear() > LAST_YEAR) {
            throw Refusal.invalid("startDate", "must be between 1990 and 2199");
        }
        return start;
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("startDate", "must be a date in the form YYYY-MM-DD");
        }
    }
}
