package dev.regulars.identity.directory.history;

import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a member's custom fields held at a time. */
@Schema(examples = """
        {"asOf": "2026-03-10T16:15:50.123Z", "fields": {"deposit-amount": 1250.5}}""")
record UserFieldsAsOf(
        Instant asOf,

        @Schema(description = "Values by the name of the field now; null where it had none")
        Map<String, @Nullable Object> fields) {}
