package dev.regulars.identity.accounts.throttle;

import static dev.regulars.web.refusal.Kind.TOO_MANY;

import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** Slows guesses down, across all replicas. */
@ApplicationScoped
public class Throttles {

    /** What a guess fails with that was wrong; anything else was no guess, or a right one. */
    private static final Set<Kind> WRONG = Set.of(Kind.LOGIN_REFUSED, Kind.FACTOR_WRONG, Kind.INVALID);

    private final ThrottleConfig config;

    Throttles(ThrottleConfig config) {
        this.config = config;
    }

    /**
     * Tries a secret, once all of {@code buckets} allow one more guess. A right one clears what was counted for its account or
     * session; an address is only given back its own guess, else the owner of one account could clear it for guesses at others.
     */
    public <T> Uni<T> attempt(List<Bucket> buckets, Supplier<Uni<T>> attempt) {
        if (!config.enabled()) {
            return attempt.get();
        }
        return each(buckets, this::admit)
                .chain(attempt::get)
                .call(() -> each(buckets, Throttles::reset))
                .onFailure(failure -> !isWrongGuess(failure))
                .call(() -> each(buckets, bucket -> ThrottleDocument.takeBack(bucket.key())));
    }

    public static Uni<Void> buildIndexes() {
        return ThrottleDocument.buildIndexes();
    }

    private Uni<Void> admit(Bucket bucket) {
        Instant now = Instant.now(); // pauses are real, even where days are shifted
        return ThrottleDocument.guess(bucket.key(), free(bucket), memory(bucket), config, now)
                .invoke(counted -> {
                    if (!counted.admitted) {
                        throw tooMany(bucket, Duration.between(now, counted.until));
                    }
                })
                .replaceWithVoid();
    }

    private int free(Bucket bucket) {
        return switch (bucket.kind()) {
            case ADDRESS -> config.addressFree();
            case CODE -> config.codeFree();
            case ACCOUNT, SESSION -> config.accountFree();
        };
    }

    private Duration memory(Bucket bucket) {
        return bucket.kind() == Bucket.Kind.CODE ? config.codeMemory() : config.memory();
    }

    private static Refusal tooMany(Bucket bucket, Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return Refusal.of(TOO_MANY, "guesses for " + bucket).with("Retry-After", String.valueOf(seconds));
    }

    private static Uni<Void> reset(Bucket bucket) {
        return bucket.kind() == Bucket.Kind.ADDRESS
                ? ThrottleDocument.takeBack(bucket.key())
                : ThrottleDocument.forget(bucket.key());
    }

    private static boolean isWrongGuess(Throwable failure) {
        return failure instanceof Refusal no && (WRONG.contains(no.kind()) || no.kind() == TOO_MANY);
    }

    private static Uni<Void> each(List<Bucket> buckets, Function<Bucket, Uni<Void>> step) {
        return Multi.createFrom()
                .iterable(buckets)
                .onItem()
                .transformToUniAndConcatenate(bucket -> step.apply(bucket))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
