package dev.regulars.webhook.replay;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A replay and its progress. */
@Schema(examples = """
        {"replayId": "66b1f1a3a4d3e5f607182944", "status": "dry_run", "total": 17, "done": 0, "failed": 0}""")
record ReplayView(
        @Schema(description = "`_id` of the replay") String replayId,
        ReplayStatus status,

        @Schema(description = "How many deliveries it has") long total,

        @Schema(description = "How many were delivered again")
        long done,

        @Schema(description = "How many failed again") long failed) {}
