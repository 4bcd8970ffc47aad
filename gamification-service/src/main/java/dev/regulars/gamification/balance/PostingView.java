package dev.regulars.gamification.balance;

import dev.regulars.eventing.EventActor;
import dev.regulars.gamification.ledger.PostingDocument;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A line of the log. */
@Schema(examples = """
        {"_id": "66b1f0e9a4d3e5f60718293b:adjustment:66b1f2a8a4d3e5f607182941:default:66b1f0e9a4d3e5f60718293c",
         "userId": "43", "source": "adjustment", "causeId": "66b1f2a8a4d3e5f607182941", "rule": "default",
         "account": "issuer", "changes": {"coins": 10}, "balances": {"coins": 50}, "outcome": "applied", "refused": null,
         "reason": "Won the quiz", "actor": {"kind": "user", "id": "66b1f0e9a4d3e5f60718293d"},
         "createdAt": "2026-03-10T16:15:50.123Z"}""")
record PostingView(
        String _id,
        @Nullable String userId,

        @Schema(description = "What kind of thing caused it, such as message, rewards or adjustment")
        String source,

        @Schema(description = "Id of the cause within its source")
        String causeId,

        @Schema(description = "By which rule of the source") String rule,

        @Schema(description = "The counter-account: issuer, store, wheel, bulk, incoming-webhook, badge:… or expiry")
        String account,

        @Schema(description = "By unit") Map<String, Long> changes,
        @Schema(description = "By unit, after it") Map<String, Long> balances,
        @Schema(description = "applied, refused or void") String outcome,

        @Schema(description = "Why it was refused, such as insufficient or cooldown") @Nullable
        String refused,

        @Nullable String reason,

        @Schema(description = "The caller that made it, where one did") @Nullable
        EventActor actor,

        Instant createdAt) {

    static PostingView of(PostingDocument posting) {
        return new PostingView(
                posting.id,
                posting.userId,
                posting.source,
                posting.causeId,
                posting.rule,
                posting.account,
                posting.changes,
                posting.balances,
                posting.outcome.name().toLowerCase(Locale.ROOT),
                posting.refused == null ? null : posting.refused.name().toLowerCase(Locale.ROOT),
                posting.reason,
                posting.actor,
                posting.at);
    }
}
