package dev.regulars.analysis.loyalty.overview;

import dev.regulars.web.refusal.Refusal;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which days are meant: {@code @BeanParam OverviewQuery query}. */
public class OverviewQuery {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int DAYS = 30;
    private static final int MOST_DAYS = 366;

    @QueryParam("start_date")
    @Parameter(
            description = "The first day, `YYYY-MM-DD`; 29 days before the last one by default",
            example = "2026-03-01")
    @Nullable
    String startDate;

    @QueryParam("end_date")
    @Parameter(description = "The last day, `YYYY-MM-DD`; today by default", example = "2026-03-31")
    @Nullable
    String endDate;

    @QueryParam("timezone")
    @Parameter(description = "The IANA zone of the days; that of the community by default", example = "Asia/Kathmandu")
    @Nullable
    String timezone;

    /** Refuses what is no range of at most a year. */
    DateRange range(@Nullable String ofCommunity, Instant now) {
        ZoneId zone = zone(timezone != null ? timezone : ofCommunity == null ? "UTC" : ofCommunity);
        LocalDate last = endDate == null ? now.atZone(zone).toLocalDate() : date("end_date", endDate);
        LocalDate first = startDate == null ? last.minusDays(DAYS - 1) : date("start_date", startDate);
        if (first.isAfter(last)) {
            throw Refusal.invalid("start_date", "must not be after end_date");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Refusal.invalid("start_date", "must be at most 365 days before end_date");
        }
        return new DateRange(first, last, zone);
    }

    private static ZoneId zone(String name) {
        if (!ZoneId.getAvailableZoneIds().contains(name)) {
            throw Refusal.invalid("timezone", "must be the name of an IANA zone");
        }
        return ZoneId.of(name);
    }

    private static LocalDate date(String field, String text) {
        if (DATE.matcher(text).matches()) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException noDay) {
                throw Refusal.invalid(field, "must be a day, YYYY-MM-DD");
            }
        }
        throw Refusal.invalid(field, "must be a day, YYYY-MM-DD");
    }
}
