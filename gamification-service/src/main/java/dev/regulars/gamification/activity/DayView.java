package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Coins and XP of several members on one day (contract §3.1.6, 2026). */
@Schema(examples = """
        {"date": "10/03/2026", "pagination": {"page": 1, "limit": 50, "total": 1, "total_pages": 1, "found": 1},
         "results": [{"identifier": "ana@example.com", "user_id": "66b1f0e9a4d3e5f60718293c", "date": "10/03/2026",
           "coins": 5, "xp": 20}]}""")
record DayView(@Schema(description = "DD/MM/YYYY") String date, PageView pagination, List<Result> results) {

    /** What the balances of a member changed by. */
    record Result(
            @Schema(description = "As it was asked for") String identifier,

            @JsonProperty("user_id") @Schema(description = "24 hex digits")
            String userId,

            @Schema(description = "DD/MM/YYYY") String date,
            long coins,
            long xp) {}
}
