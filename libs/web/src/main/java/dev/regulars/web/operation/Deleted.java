package dev.regulars.web.operation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an operation answers that deleted something. */
@Schema(examples = """
        {"_id": "66b1f2a8a4d3e5f607182940"}""")
public record Deleted(
        @Schema(description = "Of what was deleted") String _id) {}
