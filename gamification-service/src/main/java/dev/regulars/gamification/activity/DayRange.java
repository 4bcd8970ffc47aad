package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;

/** Days of a community, from the first to the last. */
record DayRange(
        @JsonProperty("start_date") LocalDate start,
        @JsonProperty("end_date") LocalDate end) {

    /** The last {@code days} of them, today included. */
    static DayRange until(long today, int days) {
        return new DayRange(LocalDate.ofEpochDay(today - days + 1), LocalDate.ofEpochDay(today));
    }

    /** The newest first. */
    List<LocalDate> days() {
        return LongStream.rangeClosed(0, end.toEpochDay() - start.toEpochDay())
                .mapToObj(end::minusDays)
                .toList();
    }
}
