package dev.regulars.gamification.ledger;

import dev.regulars.web.refusal.Refusal;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a request of a group is answered, once the group is committed. */
record LedgerAnswer(@Nullable Posted posted, @Nullable Refusal refusal) {

    static LedgerAnswer of(Posted posted) {
        return new LedgerAnswer(posted, null);
    }

    static LedgerAnswer refusing(Refusal refusal) {
        return new LedgerAnswer(null, refusal);
    }

    /** What is to be written alongside is, too. */
    @Nullable
    Posted applied() {
        return posted == null || posted.repeat() || posted.refused() != null ? null : posted;
    }

    void give(UniEmitter<? super Posted> caller) {
        if (refusal == null) {
            caller.complete(posted);
        } else {
            caller.fail(refusal);
        }
    }

    /** Answers a caller of several requests once all of them are answered. */
    static final class ToAll implements UniEmitter<Posted> {

        private final AtomicInteger open;
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        private final UniEmitter<? super Void> caller;

        ToAll(int requests, UniEmitter<? super Void> caller) {
            this.open = new AtomicInteger(requests);
            this.caller = caller;
        }

        @Override
        public void complete(Posted posted) {
            answered();
        }

        @Override
        public void fail(Throwable why) {
            failure.compareAndSet(null, why);
            answered();
        }

        private void answered() {
            if (open.decrementAndGet() > 0) {
                return;
            }
            Throwable first = failure.get();
            if (first == null) {
                caller.complete(null);
            } else {
                caller.fail(first);
            }
        }

        @Override
        public UniEmitter<Posted> onTermination(Runnable callback) {
            var unused = caller.onTermination(callback);
            return this;
        }
    }
}
