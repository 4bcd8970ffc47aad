package dev.regulars.gamification.activity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which part of a list it is (contract §2.3). */
record PageView(
        int page,
        int limit,
        @Schema(description = "How many were asked for") long total,
        @JsonProperty("total_pages") long totalPages,
        @Schema(description = "How many of them exist") long found) {

    static PageView of(int page, int limit, long total, long found) {
        return new PageView(page, limit, total, Math.ceilDiv(total, limit), found);
    }
}
