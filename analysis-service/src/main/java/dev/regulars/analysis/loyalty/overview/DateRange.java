package dev.regulars.analysis.loyalty.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Days of a zone, from the first to the last. */
record DateRange(LocalDate first, LocalDate last, ZoneId zone) {

    Instant from() {
        return first.atStartOfDay(zone).toInstant();
    }

    /** The end, which is not in it any more. */
    Instant to() {
        return last.plusDays(1).atStartOfDay(zone).toInstant();
    }

    LocalDate dayOf(Instant time) {
        return time.atZone(zone).toLocalDate();
    }

    List<LocalDate> days() {
        return first.datesUntil(last.plusDays(1)).toList();
    }
}
