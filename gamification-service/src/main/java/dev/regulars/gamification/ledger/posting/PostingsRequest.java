package dev.regulars.gamification.ledger.posting;

import static java.util.Objects.requireNonNullElse;

import dev.regulars.events.CommunityId;
import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.decision.NewPosting;
import dev.regulars.gamification.ledger.decision.NewPosting.Kind;
import dev.regulars.gamification.ledger.decision.Unit;
import dev.regulars.web.caller.Actor;
import dev.regulars.web.refusal.Refusal;
import dev.regulars.web.validation.ObjectId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Postings of one cause: they apply together or not at all, once for ever.
 *
 * @param source of the cause: {@code rewards}, {@code bulk}, {@code incoming-webhook} …
 * @param causeId id of the cause within its source
 */
record PostingsRequest(
        @ObjectId String communityId,

        @NotBlank @Size(max = 50) @Pattern(regexp = NO_COLON)
        String source,

        @NotBlank @Size(max = 200) @Pattern(regexp = NO_CONTROL)
        String causeId,

        @NotNull @Size(min = 1, max = 20) List<@Valid @NotNull Line> postings) {

    private static final String NO_COLON = "[a-z][a-z0-9.-]*";
    private static final String NO_CONTROL = "[!-~]+";
    private static final String SIMPLE_RULE = "default";

    /**
     * What is asked for one member. At least one of changes and set.
     *
     * @param userId decimal string, where it is known
     * @param rule tells postings of one cause to the same member apart; {@code default} where there is only one
     * @param account the counter-account: {@code issuer}, {@code store}, {@code wheel}, {@code bulk}, {@code incoming-webhook}
     * @param changes by unit: what is added, or taken (negative)
     * @param set by unit: what the balance is to be
     */
    record Line(
            @ObjectId String accountId,
            @Size(max = 20) @Nullable String userId,

            @Size(max = 100) @Pattern(regexp = NO_COLON) @Nullable
            String rule,

            @NotBlank @Size(max = 100) @Pattern(regexp = NO_CONTROL)
            String account,

            @Size(max = 10) @Nullable Map<String, Long> changes,
            @Size(max = 10) @Nullable Map<String, Long> set,
            @Size(max = 500) @Nullable String reason,
            @Nullable Instant happenedAt) {

        NewPosting toPosting(Instant now) {
            Map<String, Long> changes = requireNonNullElse(this.changes, Map.of());
            Map<String, Long> set = requireNonNullElse(this.set, Map.of());
            Unit.check("changes", changes);
            Unit.check("set", set);
            if (changes.isEmpty() && set.isEmpty()) {
                throw Refusal.invalid("changes", "is required");
            }
            return new NewPosting(
                    accountId,
                    userId,
                    requireNonNullElse(rule, SIMPLE_RULE),
                    account,
                    Kind.CHANGE,
                    changes,
                    set,
                    null,
                    requireNonNullElse(happenedAt, now),
                    reason,
                    List.of());
        }
    }

    Post toPost(CommunityId community, Actor actor, Instant now) {
        return new Post(
                community,
                source,
                causeId,
                postings.stream().map(line -> line.toPosting(now)).toList(),
                actor);
    }
}
