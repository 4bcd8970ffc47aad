package dev.regulars.gamification.streak.log;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One line of the log of a member's streaks (contract §3.4.2). */
@Schema(examples = """
        {"_id": "66b1f0e9a4d3e5f60718293b:66b1f2a8a4d3e5f607182942:66b1f0e9a4d3e5f60718293c:2026-04-09:extended",
         "streakId": "66b1f2a8a4d3e5f607182942", "streakName": "Daily talk", "user_id": "66b1f0e9a4d3e5f60718293c",
         "date": "2026-04-09", "count": 3, "status": "extended", "createdAt": "2026-04-09T16:15:50.123Z"}""")
record StreakLogView(
        String _id,
        String streakId,

        @Schema(description = "As it was called then") String streakName,

        @JsonProperty("user_id") @Schema(description = "24 hex digits")
        String userId,

        @Schema(description = "First day of the period") LocalDate date,

        @Schema(description = "How long the streak was after it; for one that was broken, before it")
        long count,

        StreakStatus status,
        Instant createdAt) {

    static StreakLogView of(StreakLogDocument log) {
        return new StreakLogView(
                log.id,
                log.streakId,
                log.streakName,
                log.accountId,
                LocalDate.parse(log.date),
                log.count,
                log.status,
                log.createdAt);
    }
}
