package dev.regulars.gamification.streak.day;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A streak after a freeze was spent on it. */
@Schema(examples = """
        {"count": 12, "freezes": 1}""")
record FreezeView(
        @Schema(description = "How many periods in a row") long count,

        @Schema(description = "How many freezes the member had left after it")
        long freezes) {}
