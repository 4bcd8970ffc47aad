package dev.regulars.gamification.ledger.posting;

import dev.regulars.gamification.ledger.LedgerRequest.Post;
import dev.regulars.gamification.ledger.Posted;
import dev.regulars.web.refusal.Kind;
import dev.regulars.web.refusal.Refusal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What became of each cause, in the order of the request. */
record PostingBatchView(List<ResultView> results) {

    /**
     * What became of one cause.
     *
     * @param status that it would be answered with if it had been posted by itself
     * @param message why it was refused
     */
    record ResultView(int status, @Nullable String message) {

        static ResultView of(Throwable failure) {
            if (failure instanceof Refusal no) {
                return new ResultView(no.kind().status(), no.said());
            }
            Log.error("A posting of a batch failed", failure);
            return new ResultView(Kind.BROKEN.status(), Kind.BROKEN.text());
        }
    }

    private static final ResultView POSTED = new ResultView(200, null);

    static Uni<PostingBatchView> of(List<Post> posts, Function<Post, Uni<Posted>> ledger) {
        List<Uni<ResultView>> results = posts.stream()
                .map(post -> ledger.apply(post)
                        .map(PostingsView::of)
                        .replaceWith(POSTED)
                        .onFailure()
                        .recoverWithItem(ResultView::of))
                .toList();
        return Uni.join().all(results).andFailFast().map(PostingBatchView::new);
    }
}
