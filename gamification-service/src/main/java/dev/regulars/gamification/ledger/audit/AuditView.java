package dev.regulars.gamification.ledger.audit;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether a community's books are in order. */
@Schema(examples = """
        {"at": "2026-03-10T16:15:50.123Z", "units": [{"unit": "coins", "sum": 0}], "drift": []}""")
record AuditView(
        Instant at,

        @Schema(description = "The sum over all accounts, members' and counter-accounts: always 0")
        List<UnitSum> units,

        @Schema(description = "Members whose balance is not the sum of their postings")
        List<Drift> drift) {

    /** The sum over all accounts of a unit. */
    record UnitSum(String unit, long sum) {}

    /** A balance that is not the sum of its postings. */
    record Drift(
            String userId,
            String unit,
            long balance,

            @Schema(description = "What the postings add up to")
            long postings) {}
}
